package dev.quorate.access;

import dev.quorate.etcd.Access;
import java.util.List;

/** The user and the role that etcd demands before authentication can go on, both called root. */
final class RootUser {

    static final String NAME = "root";

    private RootUser() {}

    /** Whether there is one; where not, etcd refuses to turn authentication on. */
    static boolean exists(Access access) {
        return has(access.users().names());
    }

    /** Gives root its role, as etcdctl does. */
    static void giveRole(Access access) {
        if (has(access.rolesOf(NAME).names())) {
            return;
        }
        if (!has(access.roles().names())) {
            access.addRole(NAME);
        }
        access.grantRole(NAME, NAME);
    }

    private static boolean has(List<String> names) {
        return names.contains(NAME);
    }
}
