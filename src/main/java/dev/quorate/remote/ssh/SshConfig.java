package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ~/.ssh/config} says of a host, of the settings a {@link Route} needs: Host with patterns and negation, HostName,
 * User, Port, IdentityFile, IdentitiesOnly, ProxyJump, UserKnownHostsFile, Include. As in OpenSSH the first value found counts,
 * and identity files add up ({@code ssh_config(5)}). A {@code Match} block counts only as {@code Match all}; other
 * settings are passed over.
 */
final class SshConfig {

    private static final int DEEPEST_INCLUDE = 16;
    private static final Pattern LINE = Pattern.compile("\\s*(\\w+)(?:\\s*=\\s*|\\s+)(.*?)\\s*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path home;

    SshConfig(Path home) {
        this.home = home;
    }

    /** What was found, by keyword in lower case. */
    record Found(Map<String, String> values, List<String> identities) {

        Optional<String> value(String keyword) {
            return Optional.ofNullable(values.get(keyword));
        }
    }

    /** One walk through the files for one host. */
    private record Search(String alias, Found found) {}

    Found lookUp(String alias) {
        Search search = new Search(alias, new Found(new LinkedHashMap<>(), new ArrayList<>()));
        read(home.resolve(".ssh/config"), search, 0);
        return search.found();
    }

    private void read(Path file, Search search, int depth) {
        if (!Files.isReadable(file) || depth > DEEPEST_INCLUDE) {
            return;
        }
        boolean applies = true;
        for (String line : lines(file)) {
            Matcher parts = LINE.matcher(line);
            if (line.isBlank() || line.stripLeading().startsWith("#") || !parts.matches()) {
                continue;
            }
            String keyword = parts.group(1).toLowerCase(Locale.ROOT);
            List<String> words = words(parts.group(2));
            switch (keyword) {
                case "host" -> applies = HostPattern.anyMatches(words, search.alias());
                case "match" -> applies = words.equals(List.of("all"));
                case "include" -> include(applies ? words : List.of(), search, depth);
                default -> take(keyword, applies ? words : List.of(), search.found());
            }
        }
    }

    private static void take(String keyword, List<String> words, Found found) {
        if (words.isEmpty()) {
            return;
        }
        if (keyword.equals("identityfile")) {
            found.identities().add(words.getFirst());
        } else {
            found.values().putIfAbsent(keyword, words.getFirst());
        }
    }

    private void include(List<String> words, Search search, int depth) {
        for (String word : words) {
            Path pattern = home.resolve(".ssh").resolve(expanded(word));
            matching(pattern).forEach(file -> read(file, search, depth + 1));
        }
    }

    private static List<Path> matching(Path pattern) {
        Path folder = pattern.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, String.valueOf(pattern.getFileName()))) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            return found.stream().sorted().toList();
        } catch (IOException e) {
            throw cannotRead(pattern, e);
        }
    }

    /** A path with {@code ~} for the home directory. */
    String expanded(String path) {
        return path.equals("~") || path.startsWith("~/") ? home + path.substring(1) : path;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find() && !word.group().startsWith("#")) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    private static OperatorException cannotRead(Path file, IOException e) {
        return OperatorException.of(ExitCode.IO, "cannot read %s: %s".formatted(file, e.getMessage()));
    }
}
