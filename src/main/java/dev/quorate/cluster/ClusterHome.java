package dev.quorate.cluster;

import dev.quorate.inventory.file.ClusterFile;
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

    /** Names the members whose data the cluster counts on. */
    Path joined() {
        return directory.resolve("journal").resolve("joined");
    }
}
