package dev.quorate.cluster;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.Quorum;
import dev.quorate.health.MemberState;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record StatusView(MembersReport report, List<MemberRow> rows, Verdict verdict) implements View {

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        report.cluster().ifPresent(name -> fields.put("cluster", name));
        fields.put("cluster_id", Long.toHexString(report.state().clusterId()))
                .put("quorum", quorum())
                .put("verdict", verdict.text());
        putUnlessEmpty(fields, "next", verdict.next());
        report.state().leader().ifPresent(leader -> fields.put("leader", leader.name()));
        return fields.put(
                        "members",
                        Tree.array(rows.stream().map(StatusView::member).toList()))
                .build();
    }

    private Tree quorum() {
        Quorum votes = report.state().votes();
        return Tree.fields()
                .put("present", report.state().quorum())
                .put("voters", votes.voters())
                .put("healthy", votes.healthy())
                .put("needed", votes.needed())
                .put("may_fail", votes.tolerance())
                .put("missing", votes.missing())
                .build();
    }

    private static Tree member(MemberRow row) {
        MemberState state = row.state();
        Tree.Builder fields = Tree.fields()
                .put("name", state.member().name())
                .put("id", state.member().hexId())
                .put("endpoint", row.endpoint())
                .put("role", state.role().toString())
                .put("healthy", state.healthy());
        state.status().ifPresent(status -> put(status, row, fields));
        row.certificateDays().ifPresent(days -> fields.put("certificate_days", days));
        putUnlessEmpty(fields, "error", row.error());
        return fields.build();
    }

    private static void put(EndpointStatus status, MemberRow row, Tree.Builder fields) {
        fields.put("version", status.version())
                .put("db_size", status.dbSize())
                .put("db_size_in_use", status.dbSizeInUse())
                .put("raft_term", Tree.ofUnsigned(status.raftTerm()))
                .put("raft_index", Tree.ofUnsigned(status.raftIndex()))
                .put("raft_lag", row.lag().orElse(0L))
                .put("latency_ms", Tree.of(Math.round(row.state().latency().toNanos() / 1e3) / 1e3))
                .put(
                        "alarms",
                        Tree.array(row.alarms().stream()
                                .map(Alarm::type)
                                .map(type -> Tree.of(type.name()))
                                .toList()));
    }

    private static void putUnlessEmpty(Tree.Builder fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                        MemberRow.COLUMNS, rows.stream().map(MemberRow::cells).toList())
                .withCaption(caption());
    }

    private String caption() {
        return verdict.next().isEmpty() ? verdict.text() : verdict.text() + "\nnext: " + verdict.next();
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        table().writeLines(out);
        caption().lines().forEach(out::line);
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
        out.line("\"verdict\" : " + GoText.quote(verdict.text()));
        out.line("\"next\" : " + GoText.quote(verdict.next()));
    }
}
