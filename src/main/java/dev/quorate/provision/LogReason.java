package dev.quorate.provision;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the last lines of etcd's log why it ended. */
public final class LogReason {

    private static final Pattern GRAVE = Pattern.compile("\"level\":\"(fatal|panic)\"| [CF] \\| |^panic: ");
    private static final Pattern FIELD = Pattern.compile("\"(msg|error)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private LogReason() {}

    /** The gravest of {@code lines}, shortened to what it says; the last one if none is grave. */
    public static String of(List<String> lines) {
        List<String> spoken = lines.stream().filter(line -> !line.isBlank()).toList();
        if (spoken.isEmpty()) {
            return "its log says nothing";
        }
        return spoken.reversed().stream()
                .filter(line -> GRAVE.matcher(line).find())
                .findFirst()
                .map(LogReason::shorten)
                .orElseGet(() -> shorten(spoken.getLast()));
    }

    private static String shorten(String line) {
        StringBuilder said = new StringBuilder();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            said.append(said.isEmpty() ? "" : ": ").append(field.group(2).replace("\\\"", "\""));
        }
        return said.isEmpty() ? line.strip() : said.toString();
    }
}
