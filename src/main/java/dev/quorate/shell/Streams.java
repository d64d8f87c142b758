package dev.quorate.shell;

import dev.quorate.output.Surface;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where a line reads and writes.
 *
 * @param in standard input for commands that read it; empty where lines themselves come from there
 * @param out standard output; commands' data and nothing else
 * @param error standard error
 * @param surface what {@code out} leads to
 * @param questions asks the operator
 */
public record Streams(InputStream in, OutputStream out, Talk error, Surface surface, Questions questions) {

    /** The same, with another to ask. */
    public Streams asking(Questions others) {
        return new Streams(in, out, error, surface, others);
    }

    /** Standard error, line by line; written at once and never mixed into data. */
    @FunctionalInterface
    public interface Talk {
        void line(String text);
    }
}
