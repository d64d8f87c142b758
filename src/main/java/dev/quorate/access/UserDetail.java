package dev.quorate.access;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.Access;
import dev.quorate.output.OutputFormat;
import java.util.List;

/** {@code user get --detail}: a user with what each role permits. */
final class UserDetail {

    private UserDetail() {}

    /** In etcdctl's formats as etcdctl has it, a heading and one answer for each role; else as one result. */
    static void print(String user, List<String> roles, Access access, Invocation line) {
        if (together(line.format())) {
            List<RoleView> views = roles.stream()
                    .map(role -> new RoleView(role, access.permissionsOf(role)))
                    .toList();
            line.print(new UserDetailView(user, views));
            return;
        }
        line.print(new HeadingView("User: " + user));
        for (String role : roles) {
            line.print(new HeadingView(""));
            line.print(new RoleView(role, access.permissionsOf(role)));
        }
    }

    private static boolean together(OutputFormat format) {
        return switch (format) {
            case TABLE, YAML, AUTO -> true;
            case SIMPLE, JSON, FIELDS, PROTOBUF -> false;
        };
    }
}
