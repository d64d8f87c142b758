package dev.quorate.guard;

/**
 * Something a check found.
 *
 * @param message what is so, lower-case, naming thing and value
 * @param remedy what to do about it: a command, where there is one
 */
public record Finding(Severity severity, String message, String remedy) {

    public static Finding note(String message, String remedy) {
        return new Finding(Severity.NOTE, message, remedy);
    }

    public static Finding warning(String message, String remedy) {
        return new Finding(Severity.WARNING, message, remedy);
    }

    public static Finding blocker(String message, String remedy) {
        return new Finding(Severity.BLOCKER, message, remedy);
    }
}
