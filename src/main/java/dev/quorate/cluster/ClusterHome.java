package dev.quorate.cluster;

import dev.quorate.inventory.file.ClusterFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the console keeps what belongs to one cluster. */
record ClusterHome(Path directory) {

    Path file() {
        return directory.resolve(ClusterFile.NAME);
    }

    Path pki() {
        return directory.resolve("pki");
    }

    /** Held by the console that changes the cluster. */
    Path lock() {
        return directory.resolve("lock");
    }

    /** Says that others built the cluster, and so wrote the files of its members. */
    Path adopted() {
        return directory.resolve("journal").resolve("adopted");
    }

    /** Whether it is one that others built. */
    boolean isAdopted() {
        return Files.exists(adopted()) && Files.exists(joined());
    }

    /** Names the members whose data the cluster counts on. */
    Path joined() {
        return directory.resolve("journal").resolve("joined");
    }
}
