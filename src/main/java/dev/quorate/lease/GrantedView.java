package dev.quorate.lease;

import dev.quorate.etcd.Leases.Granted;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record GrantedView(Granted granted) implements View {

    /** etcd's client adds an error of its own to this answer, which is empty in every answer that arrives. */
    @Override
    public Tree tree() {
        return HeaderView.flat(granted.header())
                .put("ID", granted.id())
                .put("TTL", granted.ttl())
                .put("Error", "")
                .build();
    }

    @Override
    public Table table() {
        return new Table(
                List.of("lease", "ttl"), List.of(List.of(LeaseText.id(granted.id()), Long.toString(granted.ttl()))));
    }

    @Override
    public void lines(LineSink out) {
        out.line("lease " + LeaseText.id(granted.id()) + " granted with TTL(" + granted.ttl() + "s)");
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(granted.header(), out);
        out.line("\"ID\" : " + granted.id());
        out.line("\"TTL\" : " + granted.ttl());
    }

    @Override
    public void protobuf(LineSink out) {
        LeaseText.protobuf(granted.header(), out);
    }
}
