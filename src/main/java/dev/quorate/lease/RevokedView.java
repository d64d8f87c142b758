package dev.quorate.lease;

import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record RevokedView(long id, ResponseHeader header) implements View {

    @Override
    public Tree tree() {
        return Tree.fields().put("header", HeaderView.tree(header)).build();
    }

    @Override
    public Table table() {
        return new Table(List.of("lease", "state"), List.of(List.of(LeaseText.id(id), "revoked")));
    }

    @Override
    public void lines(LineSink out) {
        out.line("lease " + LeaseText.id(id) + " revoked");
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(header, out);
    }
}
