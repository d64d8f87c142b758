package dev.quorate.command;

/** What a command may do to a cluster or a host, the worst case; protected clusters ask by it. */
public enum Effect {
    /** Looks only, or changes only the console's own session. */
    READS,
    /** Changes data, membership or configuration in a way that can be undone or repeated. */
    WRITES,
    /** Can take service away for a while: restart, defragment, move the leader. */
    DISRUPTS,
    /** Can lose data or members. */
    DESTROYS
}
