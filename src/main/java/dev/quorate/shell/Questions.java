package dev.quorate.shell;

/** How an operator is asked. The terminal has its own; elsewhere answers are lines of standard input. */
public interface Questions {

    /** Whether a person is there. */
    boolean person();

    /**
     * The line typed at {@code prompt}, or the next one of standard input.
     *
     * @throws dev.quorate.failure.OperatorException when there is none to come or the operator gave up
     */
    String readLine(String prompt);

    /** As {@link #readLine}, without echo and without history. */
    char[] readSecret(String prompt);
}
