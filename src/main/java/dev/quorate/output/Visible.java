package dev.quorate.output;

import java.nio.charset.StandardCharsets;

/**
 * Makes what a terminal would obey visible instead: control characters, escape sequences, characters that turn the
 * direction of text, bytes that are no UTF-8. A stored value can then neither move the cursor nor pose as another.
 */
public final class Visible {

    private Visible() {}

    /** Whole lines: line ends and tabs stay. */
    static byte[] lines(byte[] bytes) {
        if (isHarmless(bytes)) {
            return bytes;
        }
        return text(bytes).getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #lines}, of text. */
    public static String text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        var visible = new StringBuilder(bytes.length + 16);
        int offset = 0;
        while (offset < bytes.length) {
            int codePoint = Utf8.decode(bytes, offset);
            if (codePoint == Utf8.INVALID) {
                visible.append(String.format("\\x%02x", bytes[offset]));
                offset++;
            } else {
                append(visible, codePoint);
                offset += Utf8.length(codePoint);
            }
        }
        return visible.toString();
    }

    private static void append(StringBuilder visible, int codePoint) {
        if (!isHarmful(codePoint)) {
            visible.appendCodePoint(codePoint);
        } else if (codePoint < 0x80) {
            visible.append(String.format("\\x%02x", codePoint));
        } else {
            visible.append(String.format("\\u%04x", codePoint));
        }
    }

    private static boolean isHarmless(byte[] bytes) {
        for (byte one : bytes) {
            if ((one < ' ' && one != '\n' && one != '\t') || one == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether a terminal might do with {@code codePoint} anything but show it; line end and tab apart. */
    static boolean isHarmful(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return false;
        }
        return Character.isISOControl(codePoint) || turnsDirection(codePoint) || breaksLines(codePoint);
    }

    private static boolean turnsDirection(int codePoint) {
        return codePoint == 0x061c
                || (codePoint >= 0x200e && codePoint <= 0x200f)
                || (codePoint >= 0x202a && codePoint <= 0x202e)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean breaksLines(int codePoint) {
        return codePoint == 0x2028 || codePoint == 0x2029;
    }
}
