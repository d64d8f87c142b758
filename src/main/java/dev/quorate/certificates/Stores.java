package dev.quorate.certificates;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.pki.PkiStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** A PKI in which something happened; an empty answer about one that is not there would look like a good one. */
    PkiStore existing(Values line) {
        PkiStore store = of(line);
        if (store.entries().isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "there is no PKI in " + store.directory(),
                    "give the folder of yours with --directory, make one with pki init, or see what members serve with"
                            + " pki list --served");
        }
        return store;
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

    /** What the cluster should be, if a file says so: the line's, else that of the cluster in use. */
    Optional<ClusterSpec> clusterSpec(Values line) {
        return line.get(PkiFlags.CLUSTER_FILE)
                .or(() -> kept(line).map(kept -> kept.resolve(ClusterFile.NAME)).filter(Files::exists))
                .map(ClusterFile::load);
    }

    /** Configurations of members that are kept with the cluster; those of the practice cluster are. */
    List<Path> configurations(Values line) {
        return kept(line).map(kept -> kept.resolve("members")).filter(Files::isDirectory).stream()
                .flatMap(Stores::configurations)
                .toList();
    }

    private static Stream<Path> configurations(Path members) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(members)) {
            directories.forEach(member -> files.add(member.resolve("etcd.yaml")));
        } catch (IOException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "cannot read " + members).failure(), e);
        }
        return files.stream().filter(Files::isRegularFile).sorted();
    }

    /** The folder of the cluster whose PKI the line means; a PKI elsewhere is no known cluster's. */
    private Optional<Path> kept(Values line) {
        return line.given(PkiFlags.DIRECTORY)
                ? Optional.empty()
                : sessions.current().cluster().map(home::cluster);
    }

    Clock clock() {
        return clock;
    }
}
