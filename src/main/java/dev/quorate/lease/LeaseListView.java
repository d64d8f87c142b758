package dev.quorate.lease;

import dev.quorate.etcd.Leases.LeaseList;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record LeaseListView(LeaseList leases) implements View {

    @Override
    public Tree tree() {
        return HeaderView.flat(leases.header())
                .put(
                        "leases",
                        Tree.array(leases.ids().stream()
                                .map(id -> Tree.fields().put("id", id).build())
                                .toList()))
                .build();
    }

    @Override
    public Table table() {
        return new Table(
                List.of("lease"),
                leases.ids().stream().map(id -> List.of(LeaseText.id(id))).toList());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        out.line("found " + leases.ids().size() + " leases");
        leases.ids().forEach(id -> out.line(LeaseText.id(id)));
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(leases.header(), out);
        leases.ids().forEach(id -> out.line("\"ID\" : " + id));
    }

    @Override
    public void protobuf(LineSink out) {
        LeaseText.protobuf(leases.header(), out);
    }
}
