package dev.quorate.kv;

import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** The history before {@code revision} was given up. */
record CompactionView(ResponseHeader header, long revision) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(header))
                .put("compacted_revision", revision)
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of("compacted revision"), List.of(List.of(Long.toString(revision))));
    }

    @Override
    public void lines(LineSink out) {
        out.line("compacted revision " + revision);
    }

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }
}
