package dev.quorate.mirror;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** How many keys and changes were mirrored; etcdctl prints the bare number in every format. */
record CountView(long count) implements View {

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }

    @Override
    public Tree tree() {
        return Tree.fields().put("mirrored", count).build();
    }

    @Override
    public Table table() {
        return new Table(List.of("mirrored"), List.of(List.of(Long.toString(count))));
    }

    @Override
    public void lines(LineSink out) {
        out.line(Long.toString(count));
    }
}
