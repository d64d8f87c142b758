package dev.quorate.remote;

/** Takes what a command writes while it runs, in pieces as they come. Not called by two threads at once. */
public interface CommandOutput {

    /** A piece of standard output. */
    void output(byte[] bytes);

    /** A piece of standard error. */
    void errors(byte[] bytes);
}
