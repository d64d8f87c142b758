package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.hosts.TestHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console is killed at every step boundary of {@code cluster up}; running it again goes on where it was. */
class KilledConsoleE2E {

    private static final int MOST_RUNS = 60;
    private static final Pattern CHANGED = Pattern.compile("(?m)^([a-z ]+) on \\S+.*: done");
    private static final Set<String> STEPS = Set.of(
            "issue certificates",
            "install binaries",
            "create user",
            "prepare directories",
            "distribute certificates",
            "record installations",
            "write node configuration",
            "write unit",
            "start member");

    @TempDir
    private static Path home;

    private static TestHosts hosts;
    private static BuiltProgram quorate;
    private static Path file;

    @BeforeAll
    static void boot() throws IOException {
        hosts = TestHosts.fresh(3);
        quorate = new BuiltProgram(home);
        file = Files.writeString(home.resolve("killed.yaml"), clusterFile());
    }

    private static String clusterFile() {
        StringBuilder text = new StringBuilder("name: killed\ntoken: killed-console\nmembers:\n");
        for (String name : new String[] {"etcd1", "etcd2", "etcd3"}) {
            text.append("  - {name: %s, address: %s}%n".formatted(name, hosts.address(name)));
        }
        return text.append("etcd: {version: %s, source: %s}%n"
                        .formatted(
                                EtcdBinaries.V3_5,
                                EtcdBinaries.etcd(EtcdBinaries.V3_5).getParent()))
                .append("ssh: {user: root, identity: %s, known-hosts: %s}%n".formatted(hosts.key(), hosts.knownHosts()))
                .toString();
    }

    @Test
    void converges() throws Exception {
        Set<String> killedAfter = new TreeSet<>();

        int runs = 0;
        for (Optional<String> step = runAndKill(); step.isPresent(); step = runAndKill()) {
            killedAfter.add(step.get());
            runs++;
            assertThat(runs).as("runs that were killed").isLessThan(MOST_RUNS);
        }

        assertThat(killedAfter).containsAll(STEPS);
        BuiltProgram.Result again = up();
        assertThat(again.error()).contains("cluster up: all is as it should be, nothing was changed");
        assertThat(again.output()).contains("quorum: 3 of 3 voting members healthy");
    }

    private static BuiltProgram.Result up() throws Exception {
        return quorate.run("cluster", "up", "--file", file.toString(), "--yes");
    }

    /** Kills the console as soon as it says that it changed something; answers what, or nothing where nothing was. */
    private static Optional<String> runAndKill() throws Exception {
        Path error = Files.createTempFile(home, "error", "");
        Process process = quorate.start(
                Files.createTempFile(home, "output", ""), error, "cluster", "up", "--file", file.toString(), "--yes");
        while (true) {
            boolean ended = process.waitFor(Duration.ofMillis(10));
            Matcher changed = CHANGED.matcher(Files.readString(error));
            if (changed.find()) {
                process.destroyForcibly().waitFor();
                return Optional.of(changed.group(1));
            }
            if (ended) {
                assertThat(process.exitValue()).as(Files.readString(error)).isZero();
                return Optional.empty();
            }
        }
    }
}
