package dev.quorate.shell;

/**
 * How a line ended.
 *
 * @param status 0 for success, else the exit status of its failure
 * @param leave whether the operator asked to leave the console or script
 */
public record Outcome(int status, boolean leave) {

    static final Outcome DONE = new Outcome(0, false);

    static Outcome failed(int status) {
        return new Outcome(status, false);
    }

    public boolean succeeded() {
        return status == 0;
    }
}
