package dev.quorate.nodeconfig;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file of {@code --config-file}. */
final class YamlConfiguration {

    /** What YAML reads as text without quotes: no indicator in front, no {@code ": "} and no {@code " #"} within, and no comma that could end an item. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./:=@+-]*(?<!:)");

    /** Words that YAML 1.1, as etcd reads it, takes for something else than text. */
    private static final Pattern RESERVED = Pattern.compile("(?i)y|yes|n|no|on|off|true|false|null");

    private YamlConfiguration() {}

    static String of(NodeSettings settings) {
        StringBuilder text = new StringBuilder();
        for (Setting.Section section : Setting.Section.values()) {
            StringBuilder lines = new StringBuilder();
            settings.values().entrySet().stream()
                    .filter(entry -> entry.getKey().section() == section)
                    .forEach(entry -> lines.append(line(section, entry)));
            text.append(heading(section, lines)).append(lines);
        }
        return text.toString();
    }

    private static String heading(Setting.Section section, CharSequence lines) {
        if (section == Setting.Section.TOP || lines.isEmpty()) {
            return "";
        }
        return section.key() + ":\n";
    }

    private static String line(Setting.Section section, Map.Entry<Setting, String> entry) {
        String indent = section == Setting.Section.TOP ? "" : "  ";
        Setting setting = entry.getKey();
        return indent + setting.yamlKey() + ": " + value(setting, entry.getValue()) + "\n";
    }

    private static String value(Setting setting, String value) {
        return switch (setting.kind()) {
            case NUMBER, BOOLEAN -> value;
            case TEXT -> quote(value);
            case LIST ->
                Arrays.stream(value.split(","))
                        .map(word -> quote(word.strip()))
                        .collect(Collectors.joining(", ", "[", "]"));
            case DURATION -> Long.toString(GoDuration.parse(value).toNanos());
        };
    }

    private static String quote(String text) {
        if (PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
            return text;
        }
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
