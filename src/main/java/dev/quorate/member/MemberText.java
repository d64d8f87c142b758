package dev.quorate.member;

import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Members as every answer about the membership shows them. */
final class MemberText {

    private static final List<String> COLUMNS =
            List.of("ID", "status", "name", "peer addrs", "client addrs", "is learner");

    private MemberText() {}

    static List<Tree> of(List<Member> members) {
        return members.stream().map(MemberText::of).toList();
    }

    static Tree of(Member member) {
        Tree.Builder fields = Tree.fields().putUnsignedUnlessZero("ID", member.id());
        if (member.started()) {
            fields.put("name", member.name());
        }
        return fields.putUnlessEmpty("peerURLs", texts(member.peerUrls()))
                .putUnlessEmpty("clientURLs", texts(member.clientUrls()))
                .putIfTrue("isLearner", member.learner())
                .build();
    }

    static ProtobufMessage protobuf(Member member) {
        var message = new ProtobufMessage().number(1, member.id()).text(2, member.name());
        member.peerUrls().forEach(url -> message.element(3, url.getBytes(StandardCharsets.UTF_8)));
        member.clientUrls().forEach(url -> message.element(4, url.getBytes(StandardCharsets.UTF_8)));
        return message.bool(5, member.learner());
    }

    /** Header and members, as all answers have them but that to an addition. */
    static byte[] protobuf(MemberList list) {
        var message = new ProtobufMessage().message(1, HeaderView.protobuf(list.header()));
        list.members().forEach(member -> message.message(2, protobuf(member)));
        return message.toArray();
    }

    static List<Tree> texts(List<String> urls) {
        return urls.stream().map(Tree::of).toList();
    }

    static Table table(List<Member> members) {
        return new Table(COLUMNS, members.stream().map(MemberText::row).toList());
    }

    static List<String> row(Member member) {
        return List.of(
                member.hexId(),
                member.started() ? "started" : "unstarted",
                member.name(),
                String.join(",", member.peerUrls()),
                String.join(",", member.clientUrls()),
                Boolean.toString(member.learner()));
    }

    static void fields(Member member, LineSink out) {
        out.line("\"ID\" : " + Long.toUnsignedString(member.id()));
        out.line("\"Name\" : " + GoText.quote(member.name()));
        member.peerUrls().forEach(url -> out.line("\"PeerURL\" : " + GoText.quote(url)));
        member.clientUrls().forEach(url -> out.line("\"ClientURL\" : " + GoText.quote(url)));
        out.line("\"IsLearner\" : " + member.learner());
        out.line("");
    }
}
