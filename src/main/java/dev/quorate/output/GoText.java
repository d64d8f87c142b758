package dev.quorate.output;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text as Go's formatting verbs write it, which etcdctl's output is made of. */
public final class GoText {

    private static final HexFormat HEX = HexFormat.of();

    private GoText() {}

    /** {@code %q} of a string: {@code strconv.Quote} of its UTF-8 bytes. */
    public static String quote(String text) {
        return quote(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code %q}: double quotes, printable characters as they are, escapes for all others, invalid bytes {@code \xNN}. */
    public static String quote(byte[] bytes) {
        var quoted = new StringBuilder(bytes.length + 2).append('"');
        int offset = 0;
        while (offset < bytes.length) {
            int codePoint = Utf8.decode(bytes, offset);
            if (codePoint == Utf8.INVALID) {
                quoted.append("\\x").append(HEX.toHexDigits(bytes[offset]));
                offset++;
            } else {
                appendQuoted(quoted, codePoint);
                offset += Utf8.length(codePoint);
            }
        }
        return quoted.append('"').toString();
    }

    private static void appendQuoted(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case 0x07 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x0b -> quoted.append("\\v");
            default -> appendPrintable(quoted, codePoint);
        }
    }

    private static void appendPrintable(StringBuilder quoted, int codePoint) {
        if (isPrintable(codePoint)) {
            quoted.appendCodePoint(codePoint);
        } else if (codePoint < ' ' || codePoint == 0x7f) {
            quoted.append("\\x").append(HEX.toHexDigits((byte) codePoint));
        } else if (codePoint < 0x10000) {
            quoted.append("\\u").append(HEX.toHexDigits((short) codePoint));
        } else {
            quoted.append("\\U").append(HEX.toHexDigits(codePoint));
        }
    }

    /** {@code strconv.IsPrint}: letters, marks, numbers, punctuation, symbols and the ASCII space. */
    public static boolean isPrintable(int codePoint) {
        if (codePoint == ' ') {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Bytes as etcdctl's {@code --hex} shows them: {@code \x66\x6f\x6f}. */
    public static String hex(byte[] bytes) {
        var text = new StringBuilder(bytes.length * 4);
        for (byte one : bytes) {
            text.append("\\x").append(HEX.toHexDigits(one));
        }
        return text.toString();
    }
}
