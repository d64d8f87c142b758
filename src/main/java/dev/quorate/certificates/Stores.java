package dev.quorate.certificates;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.PkiStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.nio.file.Path;
import java.time.Clock;

/** Finds the PKI a line means: of its flag, else of the cluster in use. */
final class Stores {

    private final Sessions sessions;
    private final QuorateHome home;
    private final Clock clock;

    Stores(Sessions sessions, QuorateHome home, Clock clock) {
        this.sessions = sessions;
        this.home = home;
        this.clock = clock;
    }

    PkiStore of(Values line) {
        return PkiStore.at(
                line.get(PkiFlags.DIRECTORY).orElseGet(this::ofCluster).toAbsolutePath(), clock);
    }

    private Path ofCluster() {
        return sessions.current()
                .cluster()
                .map(cluster -> home.cluster(cluster).resolve("pki"))
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "no cluster is in use, so there is no PKI to work on",
                        "choose one with use NAME or --cluster NAME, or give its folder with --directory"));
    }

    Clock clock() {
        return clock;
    }
}
