package dev.quorate.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a journal.
 *
 * @param time in UTC with microseconds, as journalctl's {@code short-iso-precise} writes it; as text it sorts by time
 * @param message may have several lines
 */
record LogEntry(String time, String host, String message) {

    /** {@code 2026-11-20T13:46:57.123456+0000 etcd1 etcd[123]: message}. */
    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6})\\S* \\S+ [^:]+?(?:\\[\\d+])?: (.*)");

    /** Empty for what is no entry: a continued one, or a remark of journalctl. */
    static Optional<LogEntry> of(String host, String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches() ? Optional.of(new LogEntry(parts.group(1), host, parts.group(2))) : Optional.empty();
    }

    /** The entries in {@code lines}; what continues an entry is added to it. */
    static List<LogEntry> all(String host, List<String> lines) {
        List<LogEntry> entries = new ArrayList<>();
        for (String line : lines) {
            Optional<LogEntry> entry = of(host, line);
            if (entry.isPresent()) {
                entries.add(entry.get());
            } else if (!entries.isEmpty() && line.startsWith(" ")) {
                entries.add(entries.removeLast().continued(line.strip()));
            }
        }
        return entries;
    }

    private LogEntry continued(String more) {
        return new LogEntry(time, host, message + "\n" + more);
    }
}
