package dev.quorate.output;

import java.util.Locale;
import java.util.Set;

/** A string as a YAML scalar: plain where nothing can take it for anything else, literal where it has lines, else quoted. */
final class YamlText {

    /** What YAML 1.1 or 1.2 reads as null, a truth or a number when it stands plain. */
    private static final Set<String> RESERVED =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity");

    private static final String PLAIN_PUNCTUATION = "_/.@+=,:-() ";

    private YamlText() {}

    /** A field's name. */
    static String key(String name) {
        return isPlain(name) ? name : quoted(name);
    }

    /** @param indent of the lines, where it takes several */
    static String of(String text, int indent) {
        if (isPlain(text)) {
            return text;
        }
        return isLiteral(text) ? literal(text, Math.max(indent, 2)) : quoted(text);
    }

    /** Whether the bytes are text that a person can read. */
    static boolean isReadable(byte[] bytes) {
        int offset = 0;
        while (offset < bytes.length) {
            int codePoint = Utf8.decode(bytes, offset);
            if (codePoint == Utf8.INVALID || !isReadable(codePoint)) {
                return false;
            }
            offset += Utf8.length(codePoint);
        }
        return true;
    }

    private static boolean isReadable(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || GoText.isPrintable(codePoint);
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || !isPlainStart(text.codePointAt(0)) || text.endsWith(":") || text.endsWith(" ")) {
            return false;
        }
        boolean plain = text.codePoints().allMatch(YamlText::isPlainCharacter);
        return plain && !text.contains(": ") && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlainStart(int codePoint) {
        return codePoint == '/' || codePoint == '_' || Character.isLetter(codePoint);
    }

    private static boolean isPlainCharacter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || PLAIN_PUNCTUATION.indexOf(codePoint) >= 0;
    }

    private static boolean isLiteral(String text) {
        return text.contains("\n")
                && text.charAt(0) != '\n'
                && text.charAt(0) != ' '
                && text.codePoints().allMatch(codePoint -> codePoint == '\n' || GoText.isPrintable(codePoint));
    }

    private static String literal(String text, int indent) {
        var literal = new StringBuilder("|").append(chomping(text));
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            literal.append('\n');
            if (!line.isEmpty()) {
                literal.append(" ".repeat(indent)).append(line);
            }
        }
        return literal.toString();
    }

    /** How many of the line ends at the end belong to the text. */
    private static String chomping(String text) {
        if (!text.endsWith("\n")) {
            return "-";
        }
        return text.endsWith("\n\n") ? "+" : "";
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> append(quoted, codePoint));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> appendOther(quoted, codePoint);
        }
    }

    private static void appendOther(StringBuilder quoted, int codePoint) {
        if (GoText.isPrintable(codePoint)) {
            quoted.appendCodePoint(codePoint);
        } else if (codePoint < 0x10000) {
            quoted.append(String.format("\\u%04x", codePoint));
        } else {
            quoted.append(String.format("\\U%08x", codePoint));
        }
    }
}
