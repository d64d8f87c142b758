package dev.quorate.access;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/**
 * A change to users or roles, which etcd answers with no more than a header.
 *
 * @param said the sentence etcdctl has for it
 * @param columns of the table, as many as there are cells in {@code row}
 */
record ChangeView(ResponseHeader header, Bytes said, List<String> columns, List<String> row) implements View {

    static ChangeView ofUser(String user, String happened, ResponseHeader header) {
        return of("User " + user + " " + happened, List.of("user", "state"), List.of(user, happened), header);
    }

    static ChangeView ofPassword(String user, ResponseHeader header) {
        return of("Password updated", List.of("user", "state"), List.of(user, "password updated"), header);
    }

    /** @param happened {@code is granted to} or {@code is revoked from} */
    static ChangeView ofGrant(String user, String role, String happened, ResponseHeader header) {
        return of(
                "Role " + role + " " + happened + " user " + user,
                List.of("user", "role", "state"),
                List.of(user, role, happened.split(" ")[1]),
                header);
    }

    static ChangeView ofRole(String role, String happened, ResponseHeader header) {
        return of("Role " + role + " " + happened, List.of("role", "state"), List.of(role, happened), header);
    }

    /** @param key as it was written, which may be empty where the range begins with the first key there can be */
    static ChangeView ofRevoked(String role, String key, KeyRange range, ResponseHeader header) {
        Bytes shown = PermissionText.revoked(Bytes.of(key), range);
        return new ChangeView(
                header,
                PermissionText.joined(shown, Bytes.of(" is revoked from role " + role)),
                List.of("role", "permission", "state"),
                List.of(role, PermissionText.cell(range), "revoked"));
    }

    private static ChangeView of(String said, List<String> columns, List<String> row, ResponseHeader header) {
        return new ChangeView(header, Bytes.of(said), columns, row);
    }

    @Override
    public Tree tree() {
        return Tree.fields().put("header", HeaderView.tree(header)).build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(columns, List.of(row));
    }

    @Override
    public void lines(LineSink out) {
        out.line(said.unsafeArray());
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(header, out);
    }

    @Override
    public void protobuf(LineSink out) {
        out.write(new ProtobufMessage().message(1, HeaderView.protobuf(header)).toArray());
    }
}
