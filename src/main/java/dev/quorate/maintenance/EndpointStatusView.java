package dev.quorate.maintenance;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.ByteSize;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.session.Reply;
import java.util.List;
import java.util.function.BiFunction;

record EndpointStatusView(List<Reply<EndpointStatus>> replies) implements View {

    private static final List<String> COLUMNS = List.of(
            "endpoint",
            "ID",
            "version",
            "db size",
            "is leader",
            "is learner",
            "raft term",
            "raft index",
            "raft applied index",
            "errors");

    private <T> List<T> answered(BiFunction<Endpoint, EndpointStatus, T> each) {
        return replies.stream()
                .flatMap(reply -> reply.value().map(status -> each.apply(reply.endpoint(), status)).stream())
                .toList();
    }

    @Override
    public Tree tree() {
        return Tree.array(answered((endpoint, status) -> Tree.fields()
                .put("Endpoint", endpoint.text())
                .put("Status", tree(status))
                .build()));
    }

    private static Tree tree(EndpointStatus status) {
        Tree.Builder fields = Tree.fields().put("header", HeaderView.tree(status.header()));
        if (!status.version().isEmpty()) {
            fields.put("version", status.version());
        }
        return fields.putUnlessZero("dbSize", status.dbSize())
                .putUnsignedUnlessZero("leader", status.leader())
                .putUnsignedUnlessZero("raftIndex", status.raftIndex())
                .putUnsignedUnlessZero("raftTerm", status.raftTerm())
                .putUnsignedUnlessZero("raftAppliedIndex", status.raftAppliedIndex())
                .putUnlessEmpty("errors", status.errors().stream().map(Tree::of).toList())
                .putUnlessZero("dbSizeInUse", status.dbSizeInUse())
                .putIfTrue("isLearner", status.learner())
                .build();
    }

    @Override
    public Table table() {
        return new Table(COLUMNS, answered(EndpointStatusView::row));
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        answered(EndpointStatusView::row).forEach(row -> out.line(String.join(", ", row)));
    }

    private static List<String> row(Endpoint endpoint, EndpointStatus status) {
        return List.of(
                endpoint.text(),
                Long.toHexString(status.header().memberId()),
                status.version(),
                ByteSize.text(status.dbSize()),
                Boolean.toString(status.leader() == status.header().memberId()),
                Boolean.toString(status.learner()),
                Long.toUnsignedString(status.raftTerm()),
                Long.toUnsignedString(status.raftIndex()),
                Long.toUnsignedString(status.raftAppliedIndex()),
                String.join(", ", status.errors()));
    }

    @Override
    public void fields(LineSink out) {
        for (Reply<EndpointStatus> reply : replies) {
            reply.value().ifPresent(status -> fields(reply.endpoint(), status, out));
        }
    }

    private static void fields(Endpoint endpoint, EndpointStatus status, LineSink out) {
        HeaderView.fields(status.header(), out);
        out.line("\"Version\" : " + GoText.quote(status.version()));
        out.line("\"DBSize\" : " + status.dbSize());
        out.line("\"Leader\" : " + Long.toUnsignedString(status.leader()));
        out.line("\"IsLearner\" : " + status.learner());
        out.line("\"RaftIndex\" : " + Long.toUnsignedString(status.raftIndex()));
        out.line("\"RaftTerm\" : " + Long.toUnsignedString(status.raftTerm()));
        out.line("\"RaftAppliedIndex\" : " + Long.toUnsignedString(status.raftAppliedIndex()));
        out.line("\"Errors\" : [" + String.join(" ", status.errors()) + "]");
        out.line("\"Endpoint\" : " + GoText.quote(endpoint.text()));
        out.line("");
    }
}
