package dev.quorate.inventory.file;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of one section. A setting that is at its default is written as a comment, so that the file shows what there is
 * to set.
 */
final class Lines {

    private static final int REMARK_COLUMN = 48;

    private final String indent;
    private final StringBuilder text = new StringBuilder();

    Lines(String indent) {
        this.indent = indent;
    }

    /** A setting that has no default. */
    Lines set(String key, String value) {
        text.append(indent).append(key).append(": ").append(value).append('\n');
        return this;
    }

    Lines set(String key, Optional<String> value) {
        value.ifPresent(present -> set(key, YamlText.of(present)));
        return this;
    }

    /** A setting at {@code value}, by default {@code usual}, both written as YAML. */
    Lines setting(String key, String value, String usual, String remark) {
        String line = value.equals(usual) ? "# " + key + ": " + value : key + ": " + value;
        String padding = " ".repeat(Math.max(2, REMARK_COLUMN - indent.length() - line.length()));
        text.append(indent).append(line);
        if (!remark.isEmpty()) {
            text.append(padding).append("# ").append(remark);
        }
        text.append('\n');
        return this;
    }

    Lines word(String key, Object value, Object usual, String remark) {
        return setting(key, YamlText.of(value.toString()), YamlText.of(usual.toString()), remark);
    }

    Lines words(String key, List<String> values, List<String> usual, String remark) {
        return setting(key, YamlText.of(values), YamlText.of(usual), remark);
    }

    /** A setting that is nothing by default; {@code example} shows how it would be written. */
    Lines optional(String key, Optional<String> value, String example, String remark) {
        return value.map(YamlText::of)
                .map(written -> setting(key, written, "", remark))
                .orElseGet(() -> setting(key, example, example, remark));
    }

    /** A list that is empty by default. */
    Lines optional(String key, List<String> values, String example, String remark) {
        String written = values.isEmpty() ? example : YamlText.of(values);
        return setting(key, written, values.isEmpty() ? example : "", remark);
    }

    /** A block that is there already. */
    Lines block(String lines) {
        text.append(lines);
        return this;
    }

    static String period(Duration length) {
        long hours = length.toHours();
        return hours % 24 == 0 && length.toMinutesPart() == 0 ? hours / 24 + "d" : delay(length);
    }

    static String delay(Duration length) {
        if (length.toMillisPart() > 0) {
            return length.toMillis() + "ms";
        }
        return length.toSeconds() % 3600 == 0 && !length.isZero() ? length.toHours() + "h" : length.toSeconds() + "s";
    }

    /** Fields for a line of several. */
    static Map<String, String> fields(String... keysAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            fields.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        return fields;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
