package dev.quorate.access;

import dev.quorate.etcd.Access.Permission;

/** What a user may want to do with keys. */
enum Right {
    READ("read", Permission.Type.READ),
    WRITE("write", Permission.Type.WRITE);

    private final String verb;
    private final Permission.Type type;

    Right(String verb, Permission.Type type) {
        this.verb = verb;
        this.type = type;
    }

    String verb() {
        return verb;
    }

    boolean grantedBy(Permission permission) {
        return permission.allows(type);
    }
}
