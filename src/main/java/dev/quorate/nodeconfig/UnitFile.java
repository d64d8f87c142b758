package dev.quorate.nodeconfig;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a systemd unit says of the etcd it starts.
 *
 * @param options of its {@code [Service]} section by name, the last value of each
 * @param command what it starts, program and words, variables not filled in
 * @param environment of {@code Environment=}
 * @param environmentFiles in their order; a later one counts more
 */
public record UnitFile(
        Map<String, String> options,
        List<String> command,
        Map<String, String> environment,
        List<Path> environmentFiles) {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\r?\n");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z]+)\\s*=\\s*(.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\$|\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\$([A-Za-z_][A-Za-z0-9_]*)");

    /** What may stand before the program: systemd's wishes on how to start it. */
    private static final Pattern PREFIX = Pattern.compile("^[@:+!-]+");

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash");

    public UnitFile {
        options = Map.copyOf(options);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        environmentFiles = List.copyOf(environmentFiles);
    }

    public static boolean isUnit(String text) {
        return text.lines().map(String::strip).anyMatch(line -> line.equals("[Service]"));
    }

    public static UnitFile parse(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, String> environment = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        boolean service = false;
        for (String line : CONTINUED
                .matcher(text)
                .replaceAll(" ")
                .lines()
                .map(String::strip)
                .toList()) {
            service = line.startsWith("[") ? line.equals("[Service]") : service;
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (service && assignment.matches()) {
                String value = assignment.group(2);
                switch (assignment.group(1)) {
                    case "Environment" -> ShellWords.split(value).forEach(word -> assign(word, environment));
                    case "EnvironmentFile" -> files.add(Path.of(value.replaceFirst("^-", "")));
                    default -> options.put(assignment.group(1), value);
                }
            }
        }
        return new UnitFile(options, command(options.getOrDefault("ExecStart", "")), environment, files);
    }

    private static void assign(String word, Map<String, String> environment) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            environment.put(word.substring(0, equals), word.substring(equals + 1));
        }
    }

    /** Of a shell that starts etcd with {@code -c}, as packages of Red Hat have it, what the shell starts. */
    private static List<String> command(String line) {
        List<String> words = ShellWords.split(PREFIX.matcher(line).replaceFirst(""));
        if (words.size() > 2
                && SHELLS.contains(fileName(words.getFirst()))
                && words.get(1).equals("-c")) {
            words = ShellWords.split(words.get(2));
        }
        List<String> all = words;
        return all.stream().dropWhile(word -> !fileName(word).equals("etcd")).toList();
    }

    private static String fileName(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    /** Whether it starts an etcd at all. */
    public boolean startsEtcd() {
        return !command.isEmpty();
    }

    /** The words after the program, with {@code variables} filled in; one that stands alone may become several words. */
    List<String> arguments(Map<String, String> variables) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.subList(1, command.size())) {
            String filled = fill(word, variables);
            if (word.matches("\\$[A-Za-z_][A-Za-z0-9_]*")) {
                arguments.addAll(ShellWords.split(filled));
            } else {
                arguments.add(filled);
            }
        }
        return arguments;
    }

    private static String fill(String word, Map<String, String> variables) {
        return VARIABLE.matcher(word).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(name == null ? "$" : variables.getOrDefault(name, ""));
        });
    }
}
