package dev.quorate.provision.binary;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code scripts/fetch-etcd}, which the program carries within itself: it unpacks the distribution's package without
 * installing it, else fetches the release and verifies its checksum.
 */
final class BundledFetch {

    /** What is got when any version will do: the newest first, then what the older distribution has. */
    static final List<EtcdVersion> VERSIONS = List.of(new EtcdVersion(3, 5, 30), new EtcdVersion(3, 4, 23));

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private BundledFetch() {}

    /**
     * Puts {@code version} into {@code cache}; answers what went wrong, if something did.
     *
     * @param architecture of the hosts it is for; empty for this machine's
     */
    static Optional<String> fetch(Host host, EtcdVersion version, Path cache, String architecture)
            throws InterruptedException {
        ShellCommand command = ShellCommand.changes(
                        "env",
                        "QUORATE_CACHE=" + cache,
                        "QUORATE_ETCD_ARCHITECTURE=" + architecture,
                        "bash",
                        "-s",
                        "--",
                        version)
                .withInput(script())
                .within(LIMIT);
        CommandResult result = host.run(command);
        return result.succeeded()
                ? Optional.empty()
                : Optional.of(result.errorText().strip().replace("\n", ", "));
    }

    private static byte[] script() {
        try (InputStream script = BundledFetch.class.getResourceAsStream("fetch-etcd")) {
            if (script == null) {
                throw new IllegalStateException("fetch-etcd is missing from the program");
            }
            return script.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
