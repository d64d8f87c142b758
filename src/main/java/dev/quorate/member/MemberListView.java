package dev.quorate.member;

import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** @param hex writes ids of the tree in hexadecimal, in the shape etcdctl has for it alone */
record MemberListView(MemberList list, boolean hex) implements View {

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        if (hex) {
            fields.put("header", hexHeader(list.header()));
            return fields.putUnlessEmpty(
                            "members",
                            list.members().stream()
                                    .map(MemberListView::hexMember)
                                    .toList())
                    .build();
        }
        fields.put("header", HeaderView.tree(list.header()));
        return fields.putUnlessEmpty("members", MemberText.of(list.members())).build();
    }

    private static Tree hexHeader(ResponseHeader header) {
        return Tree.fields()
                .put("cluster_id", Long.toHexString(header.clusterId()))
                .put("member_id", Long.toHexString(header.memberId()))
                .put("raft_term", Tree.ofUnsigned(header.raftTerm()))
                .build();
    }

    private static Tree hexMember(Member member) {
        return Tree.fields()
                .put("ID", member.hexId())
                .put("name", member.name())
                .put("peerURLs", orNull(MemberText.texts(member.peerUrls())))
                .put("clientURLS", orNull(MemberText.texts(member.clientUrls())))
                .build();
    }

    private static Tree orNull(List<Tree> items) {
        return items.isEmpty() ? new Tree.Null() : Tree.array(items);
    }

    @Override
    public Table table() {
        return MemberText.table(list.members());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        list.members().forEach(member -> out.line(String.join(", ", MemberText.row(member))));
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
