package dev.quorate.provision.step;

import dev.quorate.provision.Node;
import dev.quorate.remote.HostFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells data of another etcd from the member's own. A member is configured before it is started for the first time, so data
 * is its own where its configuration has the token of its cluster.
 */
final class Leftovers {

    private Leftovers() {}

    /** What lies in the data directory of {@code node} that was not begun under {@code token}; empty where all is well. */
    static List<String> of(Node node, String token) throws InterruptedException {
        List<String> found = node.host().files().list(node.dataDirectory());
        return found.isEmpty() || isConfiguredFor(node, token) ? List.of() : found;
    }

    private static boolean isConfiguredFor(Node node, String token) throws InterruptedException {
        HostFiles files = node.host().files();
        Path file = node.configuration().file();
        return files.stat(file).isPresent() && new String(files.read(file), StandardCharsets.UTF_8).contains(token);
    }
}
