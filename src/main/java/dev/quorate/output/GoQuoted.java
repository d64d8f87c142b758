package dev.quorate.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a string as Go quotes it: {@code strconv.Unquote} of a double-quoted one. */
public final class GoQuoted {

    private static final String SIMPLE_ESCAPES = "a\u0007b\bf\fn\nr\rt\tv\u000b\\\\\"\"";

    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int position = 1;

    private GoQuoted(String text) {
        this.text = text;
    }

    /** The bytes that {@code text}, quotes included, stands for; empty if Go would not read it. */
    public static Optional<byte[]> unquote(String text) {
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return Optional.empty();
        }
        var quoted = new GoQuoted(text);
        return quoted.read() ? Optional.of(quoted.bytes.toByteArray()) : Optional.empty();
    }

    private boolean read() {
        int end = text.length() - 1;
        while (position < end) {
            int codePoint = text.codePointAt(position);
            position += Character.charCount(codePoint);
            if (codePoint == '"' || codePoint == '\n' || (codePoint == '\\' && !escape(end))) {
                return false;
            }
            if (codePoint != '\\') {
                writeCodePoint(codePoint);
            }
        }
        return position == end;
    }

    private boolean escape(int end) {
        if (position >= end) {
            return false;
        }
        char letter = text.charAt(position++);
        int simple = SIMPLE_ESCAPES.indexOf(letter);
        if (simple >= 0 && simple % 2 == 0) {
            bytes.write(SIMPLE_ESCAPES.charAt(simple + 1));
            return true;
        }
        return switch (letter) {
            case 'x' -> writeByte(number(end, 2, 16));
            case 'u' -> writeRune(number(end, 4, 16));
            case 'U' -> writeRune(number(end, 8, 16));
            default -> {
                position--;
                yield writeByte(number(end, 3, 8));
            }
        };
    }

    /** The next {@code digits} characters as a number, −1 if they are none. */
    private long number(int end, int digits, int radix) {
        if (position + digits > end) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(position++), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    private boolean writeByte(long value) {
        if (value < 0 || value > 0xff) {
            return false;
        }
        bytes.write((int) value);
        return true;
    }

    private boolean writeRune(long value) {
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (value < 0 || value > Character.MAX_CODE_POINT || surrogate) {
            return false;
        }
        writeCodePoint((int) value);
        return true;
    }

    private void writeCodePoint(int codePoint) {
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    }
}
