package dev.quorate.cluster.adopt;

import dev.quorate.nodeconfig.UnitFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit that starts a member.
 *
 * @param name without {@code .service}
 * @param file of the unit itself, without its drop-ins
 * @param text of the unit and its drop-ins
 */
record FoundUnit(String name, Path file, String text) {

    /** What {@code systemctl cat} writes above each file. */
    private static final Pattern HEADING = Pattern.compile("(?m)^# (/\\S+)$");

    private static final Pattern SPECIFIER = Pattern.compile("%([pNnijHl%])");

    /** @param hostName for the specifiers that mean it */
    static FoundUnit of(String name, String text, String hostName) {
        return of(name, filled(name, text, hostName));
    }

    /** Debian's own unit names its file {@code /etc/default/%p} (systemd.unit(5), Specifiers). */
    private static String filled(String name, String text, String hostName) {
        int at = name.indexOf('@');
        String prefix = at < 0 ? name : name.substring(0, at);
        return SPECIFIER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "p" -> prefix;
                            case "N" -> name;
                            case "n" -> name + ".service";
                            case "i" -> at < 0 ? "" : name.substring(at + 1);
                            case "j" -> prefix.substring(prefix.lastIndexOf('-') + 1);
                            case "%" -> "%";
                            default -> hostName;
                        }));
    }

    private static FoundUnit of(String name, String text) {
        Matcher heading = HEADING.matcher(text);
        Path file = heading.find() ? Path.of(heading.group(1)) : Path.of("/etc/systemd/system", name + ".service");
        return new FoundUnit(name, file, text);
    }

    UnitFile parsed() {
        return UnitFile.parse(text);
    }

    /** Who it runs as. */
    String user() {
        return service("User").orElse("root");
    }

    /** A setting of {@code [Service]}. */
    Optional<String> service(String option) {
        return Optional.ofNullable(parsed().options().get(option)).filter(value -> !value.isEmpty());
    }

    /** The last value of a setting anywhere in the unit. */
    Optional<String> any(String option) {
        List<String> values = values(option);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.getLast()).filter(value -> !value.isEmpty());
    }

    /** The words of a setting that adds up; an empty line takes back those before it. */
    List<String> words(String option) {
        List<String> words = new ArrayList<>();
        for (String value : values(option)) {
            if (value.isEmpty()) {
                words.clear();
            } else {
                words.addAll(Arrays.asList(value.split("\\s+")));
            }
        }
        return words;
    }

    private List<String> values(String option) {
        return Pattern.compile("(?m)^" + option + "[ \\t]*=[ \\t]*(.*?)[ \\t]*$")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The value of a flag of its command, in either spelling. */
    Optional<String> flag(String name) {
        List<String> command = parsed().command();
        for (int index = 0; index < command.size(); index++) {
            String word = command.get(index);
            if (word.startsWith("--" + name + "=")) {
                return Optional.of(word.substring(name.length() + 3));
            }
            if (word.equals("--" + name) && index + 1 < command.size()) {
                return Optional.of(command.get(index + 1));
            }
        }
        return Optional.empty();
    }
}
