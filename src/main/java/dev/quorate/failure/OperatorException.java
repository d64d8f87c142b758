package dev.quorate.failure;

import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link Failure} to the one place that reports it. The cause is for {@code --debug} only.
 */
public final class OperatorException extends RuntimeException {

    private final transient Failure failure;
    private final @Nullable Integer passedOnStatus;

    public OperatorException(Failure failure) {
        this(failure, null);
    }

    public OperatorException(Failure failure, @Nullable Throwable cause) {
        this(failure, cause, null);
    }

    private OperatorException(Failure failure, @Nullable Throwable cause, @Nullable Integer passedOnStatus) {
        super(failure.what(), cause);
        this.failure = failure;
        this.passedOnStatus = passedOnStatus;
    }

    public static OperatorException of(ExitCode exitCode, String what) {
        return new OperatorException(Failure.of(exitCode, what));
    }

    public static OperatorException of(ExitCode exitCode, String what, String hint) {
        return new OperatorException(new Failure(what, hint, exitCode));
    }

    /** A command run for the operator ended with {@code status}; the program ends with the same. */
    public static OperatorException passingOn(int status, String what) {
        return new OperatorException(Failure.of(ExitCode.ERROR, what), null, status);
    }

    /** The same failure, told with the {@code place} it happened at: {@code deploy.q:3}. */
    public OperatorException at(String place) {
        Failure located = new Failure(place + ": " + failure.what(), failure.hint(), failure.exitCode());
        return new OperatorException(located, this, passedOnStatus);
    }

    public Failure failure() {
        return failure;
    }

    /** The exit status of the program: of the family, or the one passed on from a command run for the operator. */
    public int exitStatus() {
        if (passedOnStatus != null) {
            return passedOnStatus;
        }
        return failure.exitCode().status();
    }
}
