package dev.quorate.output;

/**
 * What a result is written to. A terminal obeys control characters, so there they are made visible; anywhere else bytes
 * pass unchanged.
 *
 * @param terminal whether a person's terminal shows it
 * @param width columns of the terminal; no meaning elsewhere
 */
public record Surface(boolean terminal, int width) {

    /** A pipe, a file: exact bytes, no width. */
    public static final Surface PIPE = new Surface(false, Integer.MAX_VALUE);

    public static Surface terminal(int width) {
        return new Surface(true, width);
    }
}
