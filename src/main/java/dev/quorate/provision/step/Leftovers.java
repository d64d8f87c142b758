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

    private static final String MEMBER = "member";

    private Leftovers() {}

    /**
     * What lies in the data directory of {@code node} that an etcd began under another token than {@code token}, or in one
     * below; empty where all is well.
     */
    static List<String> of(Node node, String token) throws InterruptedException {
        Path data = node.dataDirectory();
        List<Path> places = node.host().files().list(data).stream()
                .filter(name -> !Parking.isParked(name))
                .map(name -> name.equals(MEMBER)
                        ? data.resolve(name)
                        : data.resolve(name).resolve(MEMBER))
                .toList();
        if (places.isEmpty() || isConfiguredFor(node, token)) {
            return List.of();
        }
        return node.host().files().stats(places).keySet().stream()
                .map(place -> data.relativize(place).toString())
                .toList();
    }

    private static boolean isConfiguredFor(Node node, String token) throws InterruptedException {
        HostFiles files = node.host().files();
        Path file = node.configuration().file();
        return files.stat(file).isPresent() && new String(files.read(file), StandardCharsets.UTF_8).contains(token);
    }
}
