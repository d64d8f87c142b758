package dev.quorate.inventory.file;

import java.nio.charset.StandardCharsets;

/** Makes text of bytes that came from anywhere. */
public final class FileText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    /**
     * The text of {@code bytes}: what is no UTF-8, and what YAML takes for no character of a text, becomes {@code U+FFFD},
     * one for one, so that every position holds.
     */
    public static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder clean = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            clean.append(allowed(character) ? character : REPLACEMENT);
        }
        return clean.indexOf(BYTE_ORDER_MARK) == 0 ? clean.substring(1) : clean.toString();
    }

    private static boolean allowed(char character) {
        if (character == '\n' || character == '\r' || character == '\t' || Character.isSurrogate(character)) {
            return true;
        }
        return !Character.isISOControl(character) && character < '\uFFFE';
    }
}
