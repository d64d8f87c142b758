package dev.quorate.shell.history;

import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import dev.quorate.shell.SafeText;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines typed for the cluster the session stands at; those typed while there is none are kept by themselves. */
public final class History {

    private static final String FILE = "history";

    private final QuorateHome home;
    private final Sessions sessions;
    private final Clock clock;
    private @Nullable String last;

    public History(QuorateHome home, Sessions sessions, Clock clock) {
        this.home = home;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Where the lines of the present cluster are kept. */
    public Path path() {
        Path directory = sessions.standing().cluster().map(home::cluster).orElse(home.directory());
        return directory.resolve(FILE);
    }

    /** The present cluster's lines, oldest first. Empty where they cannot be read: history is never worth a failure. */
    public List<HistoryEntry> entries() {
        try {
            return new HistoryFile(path()).read();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    /** Keeps {@code line} without its secrets, unless it repeats the one before. */
    public void add(String line) {
        String safe = SafeText.of(line);
        if (safe.equals(last)) {
            return;
        }
        last = safe;
        try {
            new HistoryFile(path()).append(new HistoryEntry(clock.instant(), safe));
        } catch (UncheckedIOException e) {
            last = null;
        }
    }
}
