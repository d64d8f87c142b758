package dev.quorate.sandbox;

import dev.quorate.etcd.Endpoint;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The members of the sandbox and what their processes do. */
record SandboxStatusView(List<MemberStatus> members) implements View {

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> COLUMNS = List.of("name", "state", "pid", "since", "client", "peer", "data");

    @Override
    public Tree tree() {
        return Tree.array(members.stream().map(SandboxStatusView::tree).toList());
    }

    private static Tree tree(MemberStatus member) {
        Tree.Builder fields = Tree.fields().put("name", member.name()).put("state", member.state());
        member.service()
                .process()
                .ifPresent(process -> fields.put("pid", process.pid())
                        .put("since", process.since().toString()));
        return fields.put("clientURL", member.clientUrl())
                .put("peerURL", member.peerUrl())
                .put("dataSize", member.dataSize())
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                COLUMNS, members.stream().map(SandboxStatusView::row).toList());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        members.forEach(member -> out.line(String.join(", ", row(member))));
    }

    private static List<String> row(MemberStatus member) {
        return List.of(
                member.name(),
                member.state(),
                member.service()
                        .process()
                        .map(process -> Long.toString(process.pid()))
                        .orElse(""),
                member.service()
                        .process()
                        .map(process -> SINCE.format(process.since()))
                        .orElse(""),
                new Endpoint(member.clientUrl()).authority(),
                new Endpoint(member.peerUrl()).authority(),
                String.format(Locale.ROOT, "%.1f MB", member.dataSize() / 1e6));
    }

    @Override
    public void fields(LineSink out) {
        for (MemberStatus member : members) {
            out.line("\"Name\" : " + GoText.quote(member.name()));
            out.line("\"State\" : " + GoText.quote(member.state()));
            member.service().process().ifPresent(process -> {
                out.line("\"PID\" : " + process.pid());
                out.line("\"Since\" : " + GoText.quote(process.since().toString()));
            });
            out.line("\"ClientURL\" : " + GoText.quote(member.clientUrl()));
            out.line("\"PeerURL\" : " + GoText.quote(member.peerUrl()));
            out.line("\"DataSize\" : " + member.dataSize());
            out.line("");
        }
    }
}
