package dev.quorate.access;

import dev.quorate.etcd.Access.AuthStatus;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record AuthStatusView(AuthStatus status) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(status.header()))
                .putIfTrue("enabled", status.enabled())
                .putUnsignedUnlessZero("authRevision", status.revision())
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                List.of("authentication", "auth revision"),
                List.of(List.of(status.enabled() ? "enabled" : "disabled", Long.toUnsignedString(status.revision()))));
    }

    @Override
    public void lines(LineSink out) {
        out.line("Authentication Status: " + status.enabled());
        out.line("AuthRevision: " + Long.toUnsignedString(status.revision()));
    }

    /** etcdctl has no such form. */
    @Override
    public void fields(LineSink out) {
        HeaderView.fields(status.header(), out);
        out.line("\"Enabled\" : " + status.enabled());
        out.line("\"AuthRevision\" : " + Long.toUnsignedString(status.revision()));
    }

    @Override
    public void protobuf(LineSink out) {
        out.write(new ProtobufMessage()
                .message(1, HeaderView.protobuf(status.header()))
                .bool(2, status.enabled())
                .number(3, status.revision())
                .toArray());
    }
}
