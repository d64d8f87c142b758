package dev.quorate.output;

import java.nio.charset.StandardCharsets;

/** Takes a result line by line, bytes unchanged. */
@FunctionalInterface
public interface LineSink {

    /** Writes {@code bytes} as they are, with no line end. */
    void write(byte[] bytes);

    default void line(byte[] bytes) {
        write(bytes);
        write(new byte[] {'\n'});
    }

    default void line(String text) {
        line(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A line from a format of {@link String#format(String, Object...)}. */
    default void line(String format, Object... arguments) {
        line(String.format(java.util.Locale.ROOT, format, arguments));
    }
}
