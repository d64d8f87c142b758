package dev.quorate.failure;

/**
 * Exit statuses of the program, in the families of etcdctl ({@code pkg/cobrautl/error.go}).
 */
public enum ExitCode {
    OK(0),
    ERROR(1),
    BAD_CONNECTION(2),
    INVALID_INPUT(3),
    BAD_FEATURE(4),
    INTERRUPTED(5),
    IO(6),
    BAD_ARGUMENTS(128);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** The number a shell sees. */
    public int status() {
        return status;
    }
}
