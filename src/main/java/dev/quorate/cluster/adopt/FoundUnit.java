package dev.quorate.cluster.adopt;

import dev.quorate.nodeconfig.UnitFile;
import java.nio.file.Path;
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

    static FoundUnit of(String name, String text) {
        Matcher heading = HEADING.matcher(text);
        Path file = heading.find() ? Path.of(heading.group(1)) : Path.of("/etc/systemd/system", name + ".service");
        return new FoundUnit(name, file, text);
    }

    UnitFile parsed() {
        return UnitFile.parse(text);
    }

    /** A setting of {@code [Service]}. */
    Optional<String> service(String option) {
        return Optional.ofNullable(parsed().options().get(option)).filter(value -> !value.isEmpty());
    }

    /** The last value of a setting anywhere in the unit. */
    Optional<String> any(String option) {
        Matcher line = Pattern.compile("(?m)^" + option + "\\s*=\\s*(.*?)\\s*$").matcher(text);
        String last = "";
        while (line.find()) {
            last = line.group(1);
        }
        return Optional.of(last).filter(value -> !value.isEmpty());
    }

    List<String> words(String option) {
        return any(option).map(value -> Arrays.asList(value.split("\\s+"))).orElse(List.of());
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
