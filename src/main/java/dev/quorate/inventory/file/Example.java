package dev.quorate.inventory.file;

import dev.quorate.inventory.ClusterSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/** Well-known ways of building a cluster, whose settings a new one may start from. */
public enum Example {
    /** The distribution's package on rented servers, an environment file, RSA. */
    EXAMPLE_000("000"),
    /** A release, variables of an environment file, certificates that all share. */
    EXAMPLE_001("001"),
    /** A release, YAML, each certificate with the names of all members. */
    EXAMPLE_002("002"),
    /** Six members, YAML, elliptic curves, a port for metrics. */
    EXAMPLE_003("003"),
    /** Flags, one server certificate for all, public addresses. */
    EXAMPLE_004("004");

    private final String word;

    Example(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Its cluster file. */
    public String text() {
        String resource = "/dev/quorate/inventory/like/" + word + ".yaml";
        try (InputStream stream = Objects.requireNonNull(Example.class.getResourceAsStream(resource), resource)) {
            return FileText.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ClusterSpec spec() {
        return ClusterDocument.parse(Path.of(word + ".yaml"), text()).spec();
    }
}
