package dev.quorate.command;

/** What becomes of a line that changes something while the context in use is protected. */
public enum OnProtected {
    /** Runs once the operator has said yes, or typed the name; where nobody can be asked, only while unlocked. */
    ASKS,
    /** Runs only while the context is unlocked: no answer given in a hurry is enough. */
    NEEDS_UNLOCK,
    /** Never runs, unlocked or not. */
    NEVER,
    /** Runs: what it changes is not the cluster in use. */
    RUNS
}
