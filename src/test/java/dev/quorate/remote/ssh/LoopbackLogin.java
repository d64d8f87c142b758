package dev.quorate.remote.ssh;

import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.OpenSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings to log in to a server on this machine, with a home directory of their own and no agent. */
record LoopbackLogin(OpenSshServer server, Path home) {

    static final SshLimits LIMITS = new SshLimits(Duration.ofSeconds(5), Duration.ofSeconds(1));

    /** Logs in by a key that the server lets in, and knows the server's key. */
    SshSettings settings() throws IOException {
        return SshSettings.of(server.login())
                .withIdentities(List.of(authorized("usual", "ed25519", "")))
                .withKnownHosts(Optional.of(knownHosts()));
    }

    Path knownHosts() throws IOException {
        return Files.writeString(home.resolve("known_hosts"), server.knownLine("ed25519"));
    }

    /** A new key that the server lets in. */
    Path authorized(String name, String type, String passphrase) throws IOException {
        Path key = key(name, type, passphrase);
        server.authorize(Path.of(key + ".pub"));
        return key;
    }

    /** A new key that no server knows. */
    Path key(String name, String type, String passphrase) {
        Path key = home.resolve(name);
        if (!Files.exists(key)) {
            Shell.run(home, List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", key.toString()));
        }
        return key;
    }

    SshHosts asking(SshQuestions questions) {
        return new SshHosts(questions, environment(), LIMITS);
    }

    SshHosts connections() {
        return asking(SshQuestions.nobody());
    }

    Map<String, String> environment() {
        return new HashMap<>(Map.of("HOME", home.toString()));
    }
}
