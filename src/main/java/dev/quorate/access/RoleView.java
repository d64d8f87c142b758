package dev.quorate.access;

import dev.quorate.etcd.Access.Permission;
import dev.quorate.etcd.Access.Permissions;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.Locale;

/** A role and what it permits. */
record RoleView(String role, Permissions permissions) implements View {

    private static final Bytes TAB = Bytes.of("\t");

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(permissions.header()))
                .putUnlessEmpty("perm", trees(permissions.permissions()))
                .build();
    }

    static List<Tree> trees(List<Permission> permissions) {
        return permissions.stream().map(RoleView::tree).toList();
    }

    private static Tree tree(Permission permission) {
        var fields = Tree.fields().putUnlessZero("permType", number(permission.type()));
        putUnlessEmpty(fields, "key", permission.range().key());
        putUnlessEmpty(fields, "range_end", permission.range().end());
        return fields.build();
    }

    private static void putUnlessEmpty(Tree.Builder fields, String name, Bytes bytes) {
        if (!bytes.isEmpty()) {
            fields.put(name, Tree.of(bytes.unsafeArray()));
        }
    }

    /** As etcd's {@code auth.proto} counts them. */
    private static int number(Permission.Type type) {
        return switch (type) {
            case READ -> 0;
            case WRITE -> 1;
            case READWRITE -> 2;
        };
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of("role", "permission", "keys"), rows());
    }

    List<List<String>> rows() {
        return permissions.permissions().stream()
                .map(permission -> List.of(
                        role,
                        permission.type().name().toLowerCase(Locale.ROOT),
                        PermissionText.cell(permission.range())))
                .toList();
    }

    @Override
    public void lines(LineSink out) {
        out.line("Role " + role);
        out.line("KV Read:");
        lines(Permission.Type.READ, out);
        out.line("KV Write:");
        lines(Permission.Type.WRITE, out);
    }

    private void lines(Permission.Type type, LineSink out) {
        for (Permission permission : permissions.permissions()) {
            if (permission.allows(type)) {
                out.line(PermissionText.joined(TAB, PermissionText.line(permission.range()))
                        .unsafeArray());
            }
        }
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(permissions.header(), out);
        for (Permission permission : permissions.permissions()) {
            out.line("\"PermType\" :  " + permission.type());
            out.line("\"Key\" : " + GoText.quote(permission.range().key().unsafeArray()));
            out.line("\"RangeEnd\" : " + GoText.quote(permission.range().end().unsafeArray()));
        }
    }

    @Override
    public void protobuf(LineSink out) {
        var message = new ProtobufMessage().message(1, HeaderView.protobuf(permissions.header()));
        for (Permission permission : permissions.permissions()) {
            message.message(
                    2,
                    new ProtobufMessage()
                            .number(1, number(permission.type()))
                            .bytes(2, permission.range().key().unsafeArray())
                            .bytes(3, permission.range().end().unsafeArray()));
        }
        out.write(message.toArray());
    }
}
