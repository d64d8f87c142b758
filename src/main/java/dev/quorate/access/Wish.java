package dev.quorate.access;

import dev.quorate.etcd.KeyRange;

/** What a user wants to do. */
record Wish(String user, Right right, KeyRange keys) {

    /** {@code write foo}. */
    String deed() {
        return right.verb() + " " + PermissionText.cell(keys);
    }
}
