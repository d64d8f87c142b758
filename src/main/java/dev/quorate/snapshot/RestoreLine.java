package dev.quorate.snapshot;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.Optional;

/** The words of {@code snapshot restore}, with etcdctl's defaults. */
final class RestoreLine {

    private static final ValueType<String> DIRECTORY =
            ValueTypes.TEXT.named("directory").completing(Completes.DIRECTORY);
    private static final String PEER_URL = "http://localhost:2380";

    private static final Flag<String> DATA_DIRECTORY =
            Flag.value("data-dir", DIRECTORY, "", "where the member's data goes; NAME.etcd where left out");
    private static final Flag<String> WAL_DIRECTORY = Flag.value(
            "wal-dir", DIRECTORY, "", "where the write-ahead log goes; within the data directory where left out");
    private static final Flag<String> NAME =
            Flag.value("name", ValueTypes.TEXT.named("name"), "default", "name of the member");
    private static final Flag<String> INITIAL_CLUSTER = Flag.value(
            "initial-cluster", ValueTypes.TEXT, "default=" + PEER_URL, "all members of the new cluster: NAME=URL,...");
    private static final Flag<String> TOKEN = Flag.value(
            "initial-cluster-token",
            ValueTypes.TEXT,
            "etcd-cluster",
            "tells clusters apart; a new one keeps members of the old from joining");
    private static final Flag<String> PEER_URLS = Flag.value(
            "initial-advertise-peer-urls", ValueTypes.TEXT, PEER_URL, "where the other members reach this one");
    private static final Flag<Boolean> SKIP_HASH_CHECK =
            Flag.bool("skip-hash-check", "takes a file without SHA-256, as a copy from a data directory is");
    private static final Flag<Long> BUMP_REVISION = Flag.value(
            "bump-revision", ValueTypes.INT64, 0L, "how much to raise the newest revision, so that it never goes back");
    private static final Flag<Boolean> MARK_COMPACTED =
            Flag.bool("mark-compacted", "has clients read anew after --bump-revision, which needs it");
    private static final Flag<Long> MEMORY_MAP = Flag.value(
            "initial-memory-map-size", ValueTypes.INT64, 0L, "bytes etcd maps of the database; 0 leaves it to etcd");

    private RestoreLine() {}

    static CommandSpec.Builder declaration() {
        return CommandSpec.named("snapshot restore", "Makes the data directory of a new member from a snapshot")
                .details("""
                        For each member of the new cluster, from the same file. The snapshot is verified first; a data
                        directory that holds anything is never touched. The work is done by the etcdutl, or etcdctl of old, of the
                        version the snapshot is from, which is looked for on PATH and where the sandbox keeps etcd.

                          snapshot restore backup.db --name etcd1 --data-dir /var/lib/etcd \\
                            --initial-cluster etcd1=https://10.0.0.1:2380,etcd2=https://10.0.0.2:2380 \\
                            --initial-advertise-peer-urls https://10.0.0.1:2380 --initial-cluster-token restored-1
                        """)
                .flags(
                        DATA_DIRECTORY,
                        WAL_DIRECTORY,
                        NAME,
                        INITIAL_CLUSTER,
                        TOKEN,
                        PEER_URLS,
                        SKIP_HASH_CHECK,
                        BUMP_REVISION,
                        MARK_COMPACTED,
                        MEMORY_MAP);
    }

    /** @throws OperatorException if the flags contradict each other */
    static RestoreRequest request(Values line, String file) {
        long bump = line.get(BUMP_REVISION);
        if (bump < 0) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, "--bump-revision cannot be negative: " + bump);
        }
        if (bump > 0 != line.get(MARK_COMPACTED)) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "--mark-compacted required if --bump-revision > 0",
                    "each needs the other: clients must not take a revision that was never there for one that was");
        }
        RestoreRequest.Member member = new RestoreRequest.Member(
                line.get(NAME), line.get(PEER_URLS), line.get(INITIAL_CLUSTER), line.get(TOKEN));
        String data = line.get(DATA_DIRECTORY).isEmpty() ? member.name() + ".etcd" : line.get(DATA_DIRECTORY);
        Optional<Path> wal = Optional.of(line.get(WAL_DIRECTORY))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
        return new RestoreRequest(
                Path.of(file),
                new RestoreRequest.Places(Path.of(data), wal),
                member,
                line.get(SKIP_HASH_CHECK),
                new RestoreRequest.Tuning(bump, line.get(MEMORY_MAP)));
    }
}
