package dev.quorate.check;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** etcdctl prints the same lines in every format. */
record VerdictView(Verdict verdict) implements View {

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }

    @Override
    public Tree tree() {
        return verdict.tree();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                List.of("verdict"), verdict.lines().stream().map(List::of).toList());
    }

    @Override
    public void lines(LineSink out) {
        verdict.lines().forEach(out::line);
    }
}
