package dev.quorate.remote.ssh;

/** How a user becomes root. */
public enum Sudo {
    /** As needed: not at all if the user is root, without a password if that works, else it is asked for. */
    AUTO,
    /** Not at all. */
    NONE,
    /** Never with a password: nobody is asked. */
    PASSWORDLESS,
    /** With a password, which is asked for once. */
    PASSWORD
}
