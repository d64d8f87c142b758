package dev.quorate.member;

import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;

/** @param happened what happened to the member, as it stands before the cluster's id */
record MembershipChangeView(long id, String happened, MemberList list) implements View {

    static MembershipChangeView removed(long id, MemberList list) {
        return new MembershipChangeView(id, "removed from", list);
    }

    static MembershipChangeView updated(long id, MemberList list) {
        return new MembershipChangeView(id, "updated in", list);
    }

    static MembershipChangeView promoted(long id, MemberList list) {
        return new MembershipChangeView(id, "promoted in", list);
    }

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(list.header()))
                .putUnlessEmpty("members", MemberText.of(list.members()))
                .build();
    }

    @Override
    public Table table() {
        return MemberText.table(list.members());
    }

    @Override
    public void lines(LineSink out) {
        out.line("Member %16x %s cluster %16x", id, happened, list.header().clusterId());
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(list.header(), out);
        list.members().forEach(member -> MemberText.fields(member, out));
    }

    @Override
    public void protobuf(LineSink out) {
        out.write(MemberText.protobuf(list));
    }
}
