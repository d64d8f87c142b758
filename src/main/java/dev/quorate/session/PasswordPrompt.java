package dev.quorate.session;

/** Asks the operator for a password. */
@FunctionalInterface
public interface PasswordPrompt {

    /**
     * What was typed, without echo.
     *
     * @throws dev.quorate.failure.OperatorException where nobody can be asked
     */
    char[] ask(String prompt);
}
