package dev.quorate.cluster;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.inventory.file.ClusterFiles;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.nio.file.Path;
import java.util.List;

/** Finds the cluster file a line means: of its flag, else of the name, else of the cluster in use, else the only one. */
final class ClusterChoice {

    private final ClusterFiles files;
    private final Sessions sessions;

    ClusterChoice(QuorateHome home, Sessions sessions) {
        this.files = new ClusterFiles(home.clusters());
        this.sessions = sessions;
    }

    ClusterFiles files() {
        return files;
    }

    /** The file, which need not be there. */
    Path file(Values line) {
        return line.get(ClusterFlags.FILE)
                .or(() -> line.get(ClusterFlags.NAME).map(this::existing))
                .orElseGet(this::inUse)
                .toAbsolutePath();
    }

    ClusterDocument read(Values line) {
        return ClusterFile.read(file(line));
    }

    private Path existing(String name) {
        if (!files.has(name)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT, "no cluster file for \"" + name + "\"", hint(files.names()));
        }
        return files.of(name);
    }

    private Path inUse() {
        return files.meant(sessions.current().cluster())
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.BAD_ARGUMENTS, "which cluster is meant is not clear", hint(files.names())));
    }

    private static String hint(List<String> names) {
        return names.isEmpty()
                ? "there is none yet: write one with cluster init NAME, or name a file with --file"
                : "there are: " + String.join(", ", names) + "; or name a file with --file";
    }
}
