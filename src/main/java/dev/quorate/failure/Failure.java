package dev.quorate.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure in the operator's words.
 *
 * @param what what happened, lower-case, naming the thing and the value: {@code "no member named etcd4"}
 * @param hint what to do next, or {@code null} where nothing sensible can be said
 * @param exitCode the family the program's exit status comes from
 */
public record Failure(String what, @Nullable String hint, ExitCode exitCode) {

    /** The operator pressed Ctrl-C, and nothing more is to be said. */
    public static final Failure INTERRUPTION = of(ExitCode.INTERRUPTED, "interrupted");

    public static Failure of(ExitCode exitCode, String what) {
        return new Failure(what, null, exitCode);
    }

    public Failure withHint(String newHint) {
        return new Failure(what, newHint, exitCode);
    }
}
