package dev.quorate.session;

import java.nio.file.Path;
import java.util.Map;

/** Where the console keeps what it must remember: {@code $QUORATE_HOME}, else {@code ~/.quorate}. */
public record QuorateHome(Path directory) {

    public static QuorateHome of(Map<String, String> environment) {
        String chosen = environment.get("QUORATE_HOME");
        if (chosen != null && !chosen.isEmpty()) {
            return new QuorateHome(Path.of(chosen).toAbsolutePath());
        }
        return new QuorateHome(Path.of(System.getProperty("user.home"), ".quorate"));
    }

    public Path clusters() {
        return directory.resolve("clusters");
    }

    /** Everything of one cluster: {@code cluster.yaml}, {@code pki/}, {@code snapshots/}, {@code journal/}. */
    public Path cluster(String name) {
        return clusters().resolve(name);
    }

    /** Holds the name of the context last used. */
    public Path currentContext() {
        return directory.resolve("current");
    }

    public Path audit() {
        return directory.resolve("audit.jsonl");
    }
}
