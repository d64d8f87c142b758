package dev.quorate.lease;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** The end of a lease that was being renewed. */
record ExpiredView(long id) implements View {

    @Override
    public Tree tree() {
        return Tree.fields().put("ID", id).put("expired", true).build();
    }

    @Override
    public Table table() {
        return new Table(List.of("lease", "state"), List.of(List.of(LeaseText.id(id), "expired or revoked")));
    }

    @Override
    public void lines(LineSink out) {
        out.line("lease " + LeaseText.id(id) + " expired or revoked.");
    }

    @Override
    public void fields(LineSink out) {
        out.line("\"ID\" : " + id);
    }
}
