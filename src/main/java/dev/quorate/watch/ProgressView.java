package dev.quorate.watch;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** Nothing happened to the keys up to {@code revision}; etcdctl writes this line before the answer, in any format. */
record ProgressView(long revision) implements View {

    @Override
    public Tree tree() {
        return Tree.fields().put("progress_notify", revision).build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of("progress notify"), List.of(List.of(Long.toString(revision))));
    }

    @Override
    public void lines(LineSink out) {
        out.line("progress notify: " + revision);
    }

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }
}
