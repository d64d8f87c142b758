package dev.quorate.maintenance;

import dev.quorate.maintenance.Defragmented.Result;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** etcdctl prints the same sentences in every format. */
record DefragView(Defragmented done) implements View {

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }

    @Override
    public Tree tree() {
        return Tree.array(done.results().stream().map(DefragView::tree).toList());
    }

    private static Tree tree(Result result) {
        return Tree.fields()
                .put("endpoint", result.endpoint().text())
                .put("defragmented", result.failure().isEmpty())
                .build();
    }

    @Override
    public Table table() {
        return new Table(
                List.of("endpoint", "defragmented"),
                done.results().stream()
                        .map(result -> List.of(
                                result.endpoint().text(),
                                Boolean.toString(result.failure().isEmpty())))
                        .toList());
    }

    @Override
    public void lines(LineSink out) {
        done.results().stream()
                .filter(result -> result.failure().isEmpty())
                .forEach(result -> out.line("Finished defragmenting etcd member[" + result.endpoint() + "]"));
    }
}
