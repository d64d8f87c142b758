package dev.quorate.shell.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** @param line as typed, secrets blotted out; may hold line ends */
public record HistoryEntry(Instant time, String line) {

    /** One line of a file: seconds since 1970, a blank, the line with its line ends as {@code \n}. */
    String format() {
        return time.getEpochSecond() + " " + line.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** Nothing for what is no entry, such as the rest of one that was cut off. */
    static Optional<HistoryEntry> parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.ofEpochSecond(Long.parseLong(text, 0, blank, 10));
            return Optional.of(new HistoryEntry(time, unescape(text, blank + 1)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String unescape(String text, int from) {
        StringBuilder line = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < text.length()) {
                i++;
                character = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
            }
            line.append(character);
        }
        return line.toString();
    }
}
