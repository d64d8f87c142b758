package dev.quorate.provision;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the last lines of etcd's log why it ended. */
public final class LogReason {

    private static final Pattern GRAVE = Pattern.compile("\"level\":\"(fatal|panic)\"| [CF] \\| |^panic: ");
    /** A configuration etcd refuses is only a warning to it, and systemd has the last word. */
    private static final Pattern ERROR = Pattern.compile("\"error\":\"");

    private static final Pattern FIELD = Pattern.compile("\"(msg|error)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final int LAST_LINES = 50;

    private LogReason() {}

    /** Why the member of {@code node} ended, by what it said last. */
    public static String of(Node node) throws InterruptedException {
        return of(node.host().services().logTail(node.service(), LAST_LINES));
    }

    /** The gravest of {@code lines}, shortened to what it says; else the last that names an error, else the last. */
    public static String of(List<String> lines) {
        List<String> spoken = lines.stream().filter(line -> !line.isBlank()).toList();
        if (spoken.isEmpty()) {
            return "its log says nothing";
        }
        return shorten(last(spoken, GRAVE).or(() -> last(spoken, ERROR)).orElseGet(spoken::getLast));
    }

    private static Optional<String> last(List<String> lines, Pattern kind) {
        return lines.reversed().stream()
                .filter(line -> kind.matcher(line).find())
                .findFirst();
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
