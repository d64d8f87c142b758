package dev.quorate.etcd;

import java.util.List;

/** Who may do what: etcd's authentication, users, roles and their permissions. */
public interface Access {

    /** Users must log in from now on. Needs the user root with the role root. */
    ResponseHeader enable();

    ResponseHeader disable();

    /** etcd 3.5 and newer. */
    AuthStatus status();

    Names users();

    /** The roles of {@code user}. */
    Names rolesOf(String user);

    /** A user who logs in by password. */
    ResponseHeader addUser(String user, String password);

    /** A user who can only be the common name of a client certificate (etcd 3.4 and newer). */
    ResponseHeader addUserWithoutPassword(String user);

    ResponseHeader deleteUser(String user);

    ResponseHeader changePassword(String user, String password);

    ResponseHeader grantRole(String user, String role);

    ResponseHeader revokeRole(String user, String role);

    Names roles();

    Permissions permissionsOf(String role);

    ResponseHeader addRole(String role);

    ResponseHeader deleteRole(String role);

    ResponseHeader grantPermission(String role, Permission permission);

    /** The range must be one that was granted, exactly. */
    ResponseHeader revokePermission(String role, KeyRange range);

    /** @param revision counts the changes to users, roles and permissions */
    record AuthStatus(ResponseHeader header, boolean enabled, long revision) {}

    /** Names of users or roles, in etcd's order. */
    record Names(ResponseHeader header, List<String> names) {
        public Names {
            names = List.copyOf(names);
        }
    }

    record Permissions(ResponseHeader header, List<Permission> permissions) {
        public Permissions {
            permissions = List.copyOf(permissions);
        }
    }

    record Permission(Type type, KeyRange range) {

        public enum Type {
            READ,
            WRITE,
            READWRITE
        }

        /** Whether it is of {@code wanted}, which {@code READWRITE} is of both others. */
        public boolean allows(Type wanted) {
            return type == wanted || type == Type.READWRITE;
        }
    }
}
