package dev.quorate.check;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** What a check is at, in a sentence of etcdctl's, the same in every format. */
record StepView(String sentence) implements View {

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }

    @Override
    public Tree tree() {
        return Tree.fields().put("step", sentence).build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of("step"), List.of(List.of(sentence)));
    }

    @Override
    public void lines(LineSink out) {
        out.line(sentence);
    }
}
