package dev.quorate.remote;

/** A machine that can be looked at and changed. All calls block, are bounded in time and end when interrupted. */
public interface Host {

    /** The operator's name for it. */
    String name();

    /**
     * Runs a command to its end, whatever its exit status.
     *
     * @throws dev.quorate.failure.OperatorException if it cannot be run at all or does not end in time
     */
    CommandResult run(ShellCommand command) throws InterruptedException;

    /**
     * Runs a command, handing on what it writes as it comes. An interruption ends it, and all it has started.
     *
     * @return its exit status
     * @throws dev.quorate.failure.OperatorException if it cannot be run at all or does not end in time
     */
    int stream(ShellCommand command, CommandOutput output) throws InterruptedException;

    HostFiles files();

    Services services();

    HostFacts facts() throws InterruptedException;
}
