package dev.quorate.testing.etcd;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds etcd's programs in {@code $QUORATE_ETCD_HOME/VERSION}, or where {@code scripts/fetch-etcd} puts them: below
 * {@code ${QUORATE_CACHE:-~/.cache/quorate}/etcd}.
 */
public final class EtcdBinaries {

    public static final String V3_4 = "3.4.23";
    public static final String V3_5_OLD = "3.5.16";
    public static final String V3_5 = "3.5.30";

    private EtcdBinaries() {}

    public static Path etcd(String version) {
        return program(version, "etcd");
    }

    public static Path etcdctl(String version) {
        return program(version, "etcdctl");
    }

    /** There is none before 3.5. */
    public static Path etcdutl(String version) {
        return program(version, "etcdutl");
    }

    private static Path program(String version, String name) {
        Path program = home().resolve(version).resolve(name);
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    "no " + name + " " + version + " at " + program + ": run scripts/fetch-etcd");
        }
        return program;
    }

    private static Path home() {
        String home = System.getenv("QUORATE_ETCD_HOME");
        if (home != null && !home.isEmpty()) {
            return Path.of(home);
        }
        String cache = System.getenv("QUORATE_CACHE");
        if (cache != null && !cache.isEmpty()) {
            return Path.of(cache, "etcd");
        }
        return Path.of(System.getProperty("user.home"), ".cache", "quorate", "etcd");
    }
}
