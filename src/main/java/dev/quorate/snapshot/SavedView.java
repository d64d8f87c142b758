package dev.quorate.snapshot;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** etcdctl prints the same sentence in every format. */
record SavedView(String file, Saved saved) implements View {

    @Override
    public boolean sameInEveryFormat() {
        return true;
    }

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("file", file)
                .put("endpoint", saved.endpoint().text())
                .put("size", saved.size())
                .put("sha256", saved.sha256())
                .build();
    }

    @Override
    public Table table() {
        return new Table(
                List.of("file", "endpoint", "size", "SHA-256"),
                List.of(List.of(file, saved.endpoint().text(), Long.toString(saved.size()), saved.sha256())));
    }

    @Override
    public void lines(LineSink out) {
        out.line("Snapshot saved at " + file);
    }
}
