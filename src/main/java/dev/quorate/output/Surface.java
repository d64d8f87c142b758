package dev.quorate.output;

import java.util.function.IntSupplier;

/**
 * What a result is written to. A terminal obeys control characters, so there they are made visible; anywhere else bytes
 * pass unchanged.
 */
public final class Surface {

    /** A pipe, a file: exact bytes, no width. */
    public static final Surface PIPE = new Surface(false, () -> Integer.MAX_VALUE);

    private static final int UNKNOWN = 0;

    private final boolean terminal;
    private final IntSupplier columns;
    private int width = UNKNOWN;

    private Surface(boolean terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    public static Surface terminal(int width) {
        return terminal(() -> width);
    }

    /** @param columns asked once, when something is written whose shape depends on it */
    public static Surface terminal(IntSupplier columns) {
        return new Surface(true, columns);
    }

    /** Whether a person's terminal shows it. */
    public boolean terminal() {
        return terminal;
    }

    /** Columns of the terminal; no meaning elsewhere. */
    public synchronized int width() {
        if (width == UNKNOWN) {
            width = columns.getAsInt();
        }
        return width;
    }
}
