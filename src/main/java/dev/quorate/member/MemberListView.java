package dev.quorate.member;

import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.function.Function;

/** @param hex writes ids of the tree in hexadecimal, in the shape etcdctl has for it alone */
record MemberListView(MemberList list, boolean hex) implements View {

    private static final List<String> COLUMNS =
            List.of("ID", "status", "name", "peer addrs", "client addrs", "is learner");

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        if (hex) {
            fields.put("header", hexHeader(list.header()));
            return fields.putUnlessEmpty("members", trees(MemberListView::hexMember))
                    .build();
        }
        fields.put("header", HeaderView.tree(list.header()));
        return fields.putUnlessEmpty("members", trees(MemberListView::member)).build();
    }

    private List<Tree> trees(Function<Member, Tree> tree) {
        return list.members().stream().map(tree).toList();
    }

    private static Tree member(Member member) {
        Tree.Builder fields = Tree.fields().putUnsignedUnlessZero("ID", member.id());
        if (member.started()) {
            fields.put("name", member.name());
        }
        return fields.putUnlessEmpty("peerURLs", texts(member.peerUrls()))
                .putUnlessEmpty("clientURLs", texts(member.clientUrls()))
                .putIfTrue("isLearner", member.learner())
                .build();
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
                .put("peerURLs", orNull(texts(member.peerUrls())))
                .put("clientURLS", orNull(texts(member.clientUrls())))
                .build();
    }

    private static Tree orNull(List<Tree> items) {
        return items.isEmpty() ? new Tree.Null() : Tree.array(items);
    }

    private static List<Tree> texts(List<String> urls) {
        return urls.stream().map(Tree::of).toList();
    }

    @Override
    public Table table() {
        return new Table(
                COLUMNS, list.members().stream().map(MemberListView::row).toList());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        list.members().forEach(member -> out.line(String.join(", ", row(member))));
    }

    private static List<String> row(Member member) {
        return List.of(
                member.hexId(),
                member.started() ? "started" : "unstarted",
                member.name(),
                String.join(",", member.peerUrls()),
                String.join(",", member.clientUrls()),
                Boolean.toString(member.learner()));
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(list.header(), out);
        list.members().forEach(member -> fields(member, out));
    }

    private static void fields(Member member, LineSink out) {
        out.line("\"ID\" : " + Long.toUnsignedString(member.id()));
        out.line("\"Name\" : " + GoText.quote(member.name()));
        member.peerUrls().forEach(url -> out.line("\"PeerURL\" : " + GoText.quote(url)));
        member.clientUrls().forEach(url -> out.line("\"ClientURL\" : " + GoText.quote(url)));
        out.line("\"IsLearner\" : " + member.learner());
        out.line("");
    }
}
