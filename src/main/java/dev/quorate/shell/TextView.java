package dev.quorate.shell;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** Text for people: help. It reads the same in every format. */
record TextView(List<String> text) implements View {

    @Override
    public Tree tree() {
        return Tree.array(text.stream().map(Tree::of).toList());
    }

    @Override
    public Table table() {
        return new Table(List.of("HELP"), text.stream().map(List::of).toList());
    }

    @Override
    public void lines(LineSink out) {
        text.forEach(out::line);
    }

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }
}
