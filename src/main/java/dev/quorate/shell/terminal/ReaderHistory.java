package dev.quorate.shell.terminal;

import dev.quorate.shell.SafeText;
import dev.quorate.shell.history.History;
import dev.quorate.shell.history.HistoryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/** The present cluster's history as the line reader walks and searches it. */
final class ReaderHistory extends DefaultHistory {

    private final History history;
    private @Nullable Path loaded;

    ReaderHistory(History history) {
        this.history = history;
    }

    /** Turns to the cluster the session stands at now. */
    void follow() {
        Path path = history.path();
        if (path.equals(loaded)) {
            return;
        }
        loaded = path;
        clear();
        for (HistoryEntry entry : history.entries()) {
            internalAdd(entry.time(), entry.line());
        }
        moveToEnd();
    }

    private void clear() {
        try {
            purge();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no file of the reader's own to fail", e);
        }
    }

    @Override
    public void add(Instant time, String line) {
        if (line.isBlank() || line.startsWith(" ")) {
            return;
        }
        history.add(line.strip());
        super.add(time, SafeText.of(line));
    }

    /** The end of the newest line that begins with {@code typed}, empty where there is none. */
    String suggestion(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        for (int index = last(); index >= first(); index--) {
            String line = get(index);
            if (line.length() > typed.length() && line.startsWith(typed) && canBeSuggested(line)) {
                return line.substring(typed.length());
            }
        }
        return "";
    }

    /** Not those of several lines, nor those a secret was taken out of. */
    private static boolean canBeSuggested(String line) {
        return line.indexOf('\n') < 0 && !line.contains("***");
    }
}
