package dev.quorate.command;

/** A word that is not a value of its type; the message completes the sentence {@code invalid value "x" for --flag: …}. */
public final class BadValueException extends Exception {

    private final String why;

    public BadValueException(String message) {
        super(message);
        this.why = message;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
