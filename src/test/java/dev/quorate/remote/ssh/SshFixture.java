package dev.quorate.remote.ssh;

import dev.quorate.testing.hosts.TestHosts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings for the test hosts, with a home directory of their own and no agent. */
record SshFixture(TestHosts hosts, Path home) {

    static final SshLimits LIMITS = new SshLimits(Duration.ofSeconds(3), Duration.ofSeconds(1));

    /** Logs in by the set's key and knows all host keys. */
    SshSettings settings(String name, String user) {
        return SshSettings.of(user + "@" + hosts.address(name))
                .named(name)
                .withIdentities(List.of(hosts.key()))
                .withKnownHosts(Optional.of(hosts.knownHosts()));
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
