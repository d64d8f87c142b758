package dev.quorate.member;

import dev.quorate.etcd.Member;
import dev.quorate.etcd.Membership.Added;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.stream.Collectors;

/**
 * @param name the new member will have
 * @param peerUrls as they were given
 */
record MemberAddedView(Added added, String name, String peerUrls) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(added.header()))
                .put("member", MemberText.of(added.member()))
                .putUnlessEmpty("members", MemberText.of(added.members()))
                .build();
    }

    @Override
    public Table table() {
        return MemberText.table(added.members());
    }

    /** With what the new member's etcd must be started with, as a shell reads it. */
    @Override
    public void lines(LineSink out) {
        out.line(
                "Member %16x added to cluster %16x",
                added.member().id(), added.header().clusterId());
        out.line("");
        out.line("ETCD_NAME=" + GoText.quote(name));
        out.line("ETCD_INITIAL_CLUSTER=" + GoText.quote(initialCluster()));
        out.line("ETCD_INITIAL_ADVERTISE_PEER_URLS=" + GoText.quote(peerUrls));
        out.line("ETCD_INITIAL_CLUSTER_STATE=\"existing\"");
    }

    private String initialCluster() {
        return added.members().stream()
                .flatMap(member -> member.peerUrls().stream().map(url -> nameOf(member) + "=" + url))
                .collect(Collectors.joining(","));
    }

    private String nameOf(Member member) {
        return member.id() == added.member().id() ? name : member.name();
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(added.header(), out);
        MemberText.fields(added.member(), out);
        added.members().forEach(member -> MemberText.fields(member, out));
    }

    @Override
    public void protobuf(LineSink out) {
        var message = new ProtobufMessage()
                .message(1, HeaderView.protobuf(added.header()))
                .message(2, MemberText.protobuf(added.member()));
        added.members().forEach(member -> message.message(3, MemberText.protobuf(member)));
        out.write(message.toArray());
    }
}
