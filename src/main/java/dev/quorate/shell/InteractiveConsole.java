package dev.quorate.shell;

/** The console on a terminal. */
@FunctionalInterface
public interface InteractiveConsole {

    /** Reads and runs lines until the operator leaves; answers the exit status of the program. */
    int run();
}
