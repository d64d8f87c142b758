package dev.quorate.command;

/** What the words of an argument or flag name, so that Tab can propose them. */
public enum Completes {
    NOTHING,
    CHOICE,
    KEY,
    MEMBER,
    ENDPOINT,
    CONTEXT,
    CLUSTER,
    LEASE,
    USER,
    ROLE,
    FILE,
    DIRECTORY,
    HOST,
    CERTIFICATE,
    SNAPSHOT,
    SETTING,
    COMMAND
}
