package dev.quorate.nodeconfig;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of {@code NAME=value} lines as systemd reads an {@code EnvironmentFile=}. */
final class EnvironmentReader {

    private static final Pattern LINE = Pattern.compile("(export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\r?\n");

    private EnvironmentReader() {}

    static boolean isLine(String line) {
        return LINE.matcher(line.strip()).matches();
    }

    static FoundSettings read(String text) {
        SettingsCollector collector = new SettingsCollector();
        CONTINUED.matcher(text).replaceAll("").lines().map(String::strip).forEach(line -> take(line, collector));
        return collector.found(ConfigurationForm.ENVIRONMENT_FILE);
    }

    static FoundSettings of(Map<String, String> variables) {
        SettingsCollector collector = new SettingsCollector();
        variables.forEach((name, value) -> put(name, value, collector));
        return collector.found(ConfigurationForm.ENVIRONMENT_FILE);
    }

    private static void take(String line, SettingsCollector collector) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            collector.fault("\"" + line + "\" sets no variable");
            return;
        }
        if (matcher.group(1) != null) {
            collector.fault("systemd does not read " + matcher.group(2) + ": it takes no export before a name");
        }
        put(matcher.group(2), String.join(" ", ShellWords.split(matcher.group(3))), collector);
    }

    private static void put(String name, String value, SettingsCollector collector) {
        Optional<Setting> setting = value.isEmpty() ? Optional.empty() : Setting.ofVariable(name);
        collector.put(setting, name, value);
    }

    /** All variables that {@code found} has, options of etcd among them. */
    static Map<String, String> variables(FoundSettings found) {
        Map<String, String> variables = new LinkedHashMap<>(found.others());
        found.settings().values().forEach((setting, value) -> variables.put(setting.variable(), value));
        return variables;
    }
}
