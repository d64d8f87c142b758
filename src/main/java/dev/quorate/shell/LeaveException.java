package dev.quorate.shell;

/** The operator leaves: ends the console or the script with {@code status}. */
final class LeaveException extends RuntimeException {

    private final int status;

    LeaveException(int status) {
        super("leave", null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
