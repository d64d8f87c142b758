package dev.quorate.access;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** A line that etcdctl writes between answers, whatever their format. */
record HeadingView(String text) implements View {

    @Override
    public Tree tree() {
        return Tree.of(text);
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of(text), List.of());
    }

    @Override
    public void lines(LineSink out) {
        out.line(text);
    }

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }
}
