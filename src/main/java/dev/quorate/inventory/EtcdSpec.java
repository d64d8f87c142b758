package dev.quorate.inventory;

import dev.quorate.etcd.EtcdVersion;
import java.nio.file.Path;
import java.util.List;

/**
 * The programs of etcd on each host.
 *
 * @param directory where they are on the host
 * @param owner of the files; a distribution package's stay as they are
 * @param mode permission bits: {@code 0755}
 * @param programs which of them: {@code etcd}, {@code etcdctl}, {@code etcdutl}
 */
public record EtcdSpec(
        EtcdVersion version, Source source, Path directory, Ownership owner, int mode, List<String> programs) {

    /** Where the programs come from. */
    public sealed interface Source {

        /** The release of that version, its checksum verified. */
        record Release() implements Source {}

        /**
         * A release archive, or a directory with the programs, on the operator's machine.
         *
         * @param path with {@code {arch}} for the architecture of a host, where hosts differ
         */
        record File(Path path) implements Source {

            /** Where it is for hosts of {@code architecture}, as releases name it: {@code amd64}, {@code arm64}. */
            public Path of(String architecture) {
                return Path.of(path.toString().replace("{arch}", architecture));
            }
        }

        /**
         * Packages of the host's distribution; the member they start by themselves is stopped and its data parked.
         *
         * @param names the server's first
         */
        record Package(List<String> names) implements Source {
            public Package {
                names = List.copyOf(names);
            }
        }

        /** The host has them already. */
        record Present() implements Source {}
    }

    public static final EtcdVersion LATEST_KNOWN = new EtcdVersion(3, 5, 30);

    public static final EtcdSpec DEFAULT = new EtcdSpec(
            LATEST_KNOWN,
            new Source.Release(),
            Path.of("/usr/local/bin"),
            Ownership.ROOT,
            0755,
            List.of("etcd", "etcdctl", "etcdutl"));

    public EtcdSpec {
        programs = List.copyOf(programs);
    }

    /** The server program on the host. */
    public Path program() {
        return directory.resolve("etcd");
    }

    public EtcdSpec withVersion(EtcdVersion newVersion) {
        return new EtcdSpec(newVersion, source, directory, owner, mode, programs);
    }

    public EtcdSpec withSource(Source newSource) {
        return new EtcdSpec(version, newSource, directory, owner, mode, programs);
    }
}
