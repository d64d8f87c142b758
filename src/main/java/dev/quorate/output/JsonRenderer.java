package dev.quorate.output;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map.Entry;

/** JSON in the bytes of Go's {@code encoding/json}, which escapes what would be HTML. Streams. */
public final class JsonRenderer {

    private static final byte[] QUOTE = {'"'};
    private static final byte[] COMMA = {','};

    private final LineSink out;
    private final boolean terminal;

    /** @param terminal whether characters a terminal obeys are escaped too, which JSON leaves free */
    public JsonRenderer(LineSink out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void write(Tree tree) {
        switch (tree) {
            case Tree.Text text -> string(text.value());
            case Tree.Binary binary -> binary(binary.value());
            case Tree.Number number -> raw(number(number.value()));
            case Tree.Bool bool -> raw(Boolean.toString(bool.value()));
            case Tree.Null() -> raw("null");
            case Tree.Array array -> array(array.items());
            case Tree.Fields fields -> object(fields.entries());
        }
    }

    private void array(Iterable<? extends Tree> items) {
        raw("[");
        boolean first = true;
        for (Tree item : items) {
            if (!first) {
                out.write(COMMA);
            }
            first = false;
            write(item);
        }
        raw("]");
    }

    private void object(Iterable<Entry<String, Tree>> entries) {
        raw("{");
        boolean first = true;
        for (Entry<String, Tree> entry : entries) {
            if (!first) {
                out.write(COMMA);
            }
            first = false;
            string(entry.getKey());
            raw(":");
            write(entry.getValue());
        }
        raw("}");
    }

    private void binary(byte[] bytes) {
        out.write(QUOTE);
        out.write(Base64.getEncoder().encode(bytes));
        out.write(QUOTE);
    }

    private void raw(String text) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A fraction in Go's shortest form: 3 for 3.0. */
    private static String number(Number number) {
        if (number instanceof Double fraction) {
            return new BigDecimal(fraction.toString()).stripTrailingZeros().toPlainString();
        }
        return number.toString();
    }

    private void string(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> append(json, codePoint));
        raw(json.append('"').toString());
    }

    private void append(StringBuilder json, int codePoint) {
        switch (codePoint) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> appendOther(json, codePoint);
        }
    }

    private void appendOther(StringBuilder json, int codePoint) {
        if (mustEscape(codePoint) || (terminal && Visible.isHarmful(codePoint))) {
            json.append(String.format("\\u%04x", codePoint));
        } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            json.append("\\ufffd");
        } else {
            json.appendCodePoint(codePoint);
        }
    }

    private static boolean mustEscape(int codePoint) {
        return codePoint < ' '
                || codePoint == '<'
                || codePoint == '>'
                || codePoint == '&'
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }
}
