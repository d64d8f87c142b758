package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.hosts.TestHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console is killed at every step boundary of {@code cluster up}, of bare hosts and of a cluster that runs, which gets another
 * configuration and one member more; running it again goes on where it was.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
    private static final Set<String> STEPS_ON_A_CLUSTER_THAT_RUNS = Set.of(
            "write node configuration",
            "restart member",
            "distribute certificates",
            "add member",
            "write unit",
            "start member",
            "promote member");

    @TempDir
    private static Path home;

    private static TestHosts hosts;
    private static BuiltProgram quorate;
    private static Path file;

    @BeforeAll
    static void boot() throws IOException {
        hosts = TestHosts.fresh(4);
        quorate = new BuiltProgram(home);
        file = home.resolve("killed.yaml");
    }

    private static void writeFile(List<String> members, String more) throws IOException {
        StringBuilder text = new StringBuilder("name: killed\ntoken: killed-console\nmembers:\n");
        for (String name : members) {
            text.append("  - {name: %s, address: %s}%n".formatted(name, hosts.address(name)));
        }
        text.append("etcd: {version: %s, source: %s}%n"
                        .formatted(
                                EtcdBinaries.V3_5,
                                EtcdBinaries.etcd(EtcdBinaries.V3_5).getParent()))
                .append("ssh: {user: root, identity: %s, known-hosts: %s}%n".formatted(hosts.key(), hosts.knownHosts()))
                .append(more);
        Files.writeString(file, text);
    }

    @Test
    @Order(1)
    void converges() throws Exception {
        writeFile(List.of("etcd1", "etcd2", "etcd3"), "");
        assertThat(killedUntilDone()).containsAll(STEPS);
        assertSettled(3);

        writeGrown();
        assertThat(killedUntilDone()).containsAll(STEPS_ON_A_CLUSTER_THAT_RUNS);
        assertSettled(4);
    }

    private static void writeGrown() throws IOException {
        writeFile(List.of("etcd1", "etcd2", "etcd3", "etcd4"), "configuration: {options: {snapshot-count: 20000}}\n");
    }

    /** After which steps it was killed before it ran through. */
    private static Set<String> killedUntilDone() throws Exception {
        Set<String> killedAfter = new TreeSet<>();
        int runs = 0;
        for (Optional<String> step = runAndKill(); step.isPresent(); step = runAndKill()) {
            killedAfter.add(step.get());
            runs++;
            assertThat(runs).as("runs that were killed").isLessThan(MOST_RUNS);
        }
        return killedAfter;
    }

    private static void assertSettled(int members) throws Exception {
        BuiltProgram.Result again = up();
        assertThat(again.error()).contains("cluster up: all is as it should be, nothing was changed");
        assertThat(again.output()).contains("quorum: %1$d of %1$d voting members healthy".formatted(members));
    }

    @Test
    @Order(2)
    void aSecondConsoleIsToldWhoIsAtIt() throws Exception {
        writeGrown();
        Process first = quorate.start(
                Files.createTempFile(home, "output", ""),
                Files.createTempFile(home, "error", ""),
                "cluster",
                "restart",
                "--file",
                file.toString(),
                "--yes");
        Path lock = home.resolve("quorate/clusters/killed/lock");
        while (first.isAlive() && (!Files.exists(lock) || Files.size(lock) == 0)) {
            first.waitFor(Duration.ofMillis(10));
        }

        BuiltProgram.Result second = up();
        first.destroyForcibly().waitFor();

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.error())
                .contains("another console is changing killed: cluster restart of %s, process %d, since 20"
                        .formatted(System.getProperty("user.name"), first.pid()));
        assertThat(up().error()).doesNotContain("another console");
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
