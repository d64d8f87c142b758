package dev.quorate.access;

import dev.quorate.etcd.Access.Permission;
import dev.quorate.output.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a user may do something.
 *
 * @param permission empty for the role root, which may do everything
 */
record Ground(String role, Optional<Permission> permission) {

    static Ground ofRoot() {
        return new Ground(RootUser.NAME, Optional.empty());
    }

    Optional<Interval> interval() {
        return permission.map(Permission::range).map(Interval::of);
    }

    /** {@code role app: readwrite foo (prefix)}. */
    String text() {
        return "role " + role + ": "
                + permission
                        .map(has -> has.type().name().toLowerCase(Locale.ROOT) + " " + PermissionText.cell(has.range()))
                        .orElse("everything");
    }

    Tree tree() {
        Tree.Builder fields = Tree.fields().put("role", role);
        permission.ifPresent(
                has -> fields.put("perm", RoleView.trees(List.of(has)).getFirst()));
        return fields.build();
    }
}
