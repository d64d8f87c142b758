package dev.quorate.pki.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** openssl's configuration format: sections of names and values. Keys that stand twice are told; the last one counts. */
final class OpenSslConfig {

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private OpenSslConfig() {}

    static OpenSslConfig parse(Path file, String text) {
        OpenSslConfig config = new OpenSslConfig();
        String section = "default";
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = withoutComment(raw).strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip();
                config.sections.computeIfAbsent(section, name -> new LinkedHashMap<>());
            } else if (!line.isEmpty()) {
                config.add(file, section, line, number);
            }
        }
        return config;
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }

    private void add(Path file, String section, String line, int number) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw RequestFile.refuse(file, "line " + number + " is \"" + line + "\"", "it must be name = value");
        }
        String name = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        if (value.indexOf('$') >= 0) {
            throw RequestFile.refuse(
                    file,
                    "line " + number + " has a variable: " + value,
                    "write the value itself; only openssl fills them");
        }
        String before =
                sections.computeIfAbsent(section, key -> new LinkedHashMap<>()).put(name, value);
        if (before != null) {
            mistakes.add("line " + number + ": " + name + " stands twice in [" + section + "]; \"" + value
                    + "\" counts, \"" + before + "\" is lost");
        }
    }

    boolean has(String section) {
        return sections.containsKey(section);
    }

    Map<String, String> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }

    List<String> sections() {
        return List.copyOf(sections.keySet());
    }

    List<String> mistakes() {
        return mistakes;
    }
}
