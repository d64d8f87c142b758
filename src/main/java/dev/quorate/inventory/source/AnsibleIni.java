package dev.quorate.inventory.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An inventory of {@code [group]} headings with a host on each line. */
final class AnsibleIni {

    private static final Pattern HEADING = Pattern.compile("\\[([^\\]:]+)(?::(children|vars|hosts))?]\\s*(?:[#;].*)?");
    private static final Pattern WORD = Pattern.compile("((?:[^\\s\"'#]|\"[^\"]*\"|'[^']*')+)");
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final String UNGROUPED = "ungrouped";

    private final AnsibleGroups groups = new AnsibleGroups();
    private String group = UNGROUPED;
    private String kind = "hosts";

    private AnsibleIni() {}

    static boolean looksLike(String text) {
        return text.lines()
                .map(String::strip)
                .anyMatch(line -> HEADING.matcher(line).matches());
    }

    static AnsibleGroups parse(String text) {
        AnsibleIni ini = new AnsibleIni();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            ini.line(lines.get(index).strip(), index + 1);
        }
        return ini.groups;
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            group = heading.group(1).strip();
            kind = heading.group(2) == null ? "hosts" : heading.group(2);
            groups.declare(group);
            return;
        }
        switch (kind) {
            case "children" -> groups.child(group, words(line).getFirst());
            case "vars" -> variable(line, number);
            default -> host(line, number);
        }
    }

    private void variable(String line, int number) {
        Matcher variable = VARIABLE.matcher(line);
        if (variable.matches()) {
            groups.variable(group, variable.group(1), unquoted(variable.group(2).strip()));
        } else {
            groups.mistake("line " + number + " sets no variable: " + line);
        }
    }

    private void host(String line, int number) {
        List<String> words = words(line);
        if (words.isEmpty()) {
            groups.mistake("line " + number + " names no host: " + line);
            return;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            Matcher variable = VARIABLE.matcher(word);
            if (variable.matches()) {
                variables.put(variable.group(1), unquoted(variable.group(2)));
            } else {
                groups.mistake("line " + number + ": \"" + word + "\" is no variable");
            }
        }
        groups.host(group, words.getFirst(), variables);
    }

    private static List<String> words(String line) {
        int comment = line.indexOf(" #");
        String kept = comment < 0 ? line : line.substring(0, comment);
        return WORD.matcher(kept).results().map(found -> found.group(1)).toList();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && "\"'".indexOf(text.charAt(0)) >= 0
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
