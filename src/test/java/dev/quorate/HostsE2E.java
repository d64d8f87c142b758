package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.TestHosts;
import dev.quorate.testing.terminal.Key;
import dev.quorate.testing.terminal.TerminalDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator with a password meets three hosts nobody knows, and ends with a key on all of them. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostsE2E {

    @TempDir
    private static Path home;

    private static TestHosts hosts;
    private static List<String> names;

    @BeforeAll
    static void prepare() throws Exception {
        hosts = TestHosts.up(3);
        names = hosts.names().subList(0, 3);
        for (String name : names) {
            hosts.run(name, "sh", "-c", "rm -rf ~guest/.ssh");
        }
        Files.createDirectory(home.resolve(".ssh"));
        String key = home.resolve(".ssh/id_ed25519").toString();
        Shell.run(home, List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key));
    }

    @Test
    @Order(1)
    void showsAllUnknownHostKeysAndRemembersThemAfterOneYes() throws Exception {
        try (TerminalDriver terminal = quorate("host", "trust")) {
            terminal.await("3 host keys will be trusted");
            for (String name : names) {
                String line = hosts.run(name, "ssh-keygen", "-l", "-f", "/etc/ssh/ssh_host_ed25519_key.pub");
                assertThat(terminal.screen().text()).contains(line.split(" ")[1]);
            }
            assertThat(home.resolve(".ssh/known_hosts")).doesNotExist();
            terminal.enter("yes").await("remembered 3 host keys");
            assertThat(terminal.awaitExit()).isZero();
        }

        assertThat(Files.readAllLines(home.resolve(".ssh/known_hosts"))).hasSize(3);
        try (TerminalDriver terminal = quorate("host", "trust")) {
            terminal.await("no unknown host key");
            assertThat(terminal.awaitExit()).isZero();
        }
    }

    @Test
    @Order(2)
    void bringsAKeyToAllHostsForOnePasswordTypedUnseen() throws Exception {
        try (TerminalDriver terminal = quorate("host", "copy-key")) {
            terminal.await("Go on?");
            terminal.enter("yes").await("Password of");
            terminal.enter(TestHosts.password("guest")).await("added");
            assertThat(terminal.awaitExit()).isZero();
            assertThat(terminal.transcript()).doesNotContain(TestHosts.password("guest"));
        }

        try (TerminalDriver terminal = quorate("host", "copy-key", "--yes")) {
            terminal.await("there already");
            assertThat(terminal.awaitExit()).isZero();
        }
        assertThat(hosts.run(
                        "etcd2",
                        "sh",
                        "-c",
                        "stat -c '%U %a' ~guest/.ssh ~guest/.ssh/authorized_keys; wc -l <~guest/.ssh/authorized_keys"))
                .isEqualTo("guest 700\nguest 600\n1\n");
    }

    @Test
    @Order(3)
    void namesWhatKeepsAServerFromTakingAKeyThatIsThere() throws Exception {
        hosts.run("etcd1", "sh", "-c", "chmod 777 ~guest");
        hosts.run(
                "etcd3",
                "sh",
                "-c",
                "rm ~guest/.ssh/authorized_keys; install -m 644 /dev/null ~guest/.ssh/authorized_keys");
        try (TerminalDriver terminal = quorate("host", "copy-key", "--yes")) {
            terminal.await("Password of");
            terminal.enter(TestHosts.password("guest"));
            terminal.await("2 of 3 hosts failed");
            assertThat(terminal.awaitExit()).isOne();
            assertThat(terminal.transcript().replaceAll("\\s+", " "))
                    .contains("does not let in: sshd refuses it while ")
                    .contains("guest can be written by others (mode 777)")
                    .contains("cannot write ~/.ssh/authorized_keys on " + hosts.address("etcd3"))
                    .contains("Permission denied");
        } finally {
            hosts.run("etcd1", "sh", "-c", "chmod 755 ~guest");
            hosts.run("etcd3", "sh", "-c", "chown -R guest: ~guest/.ssh");
        }
        try (TerminalDriver terminal = quorate("host", "copy-key", "--yes")) {
            terminal.await("Password of");
            terminal.enter(TestHosts.password("guest")).await("added");
            assertThat(terminal.awaitExit()).isZero();
        }
    }

    @Test
    @Order(4)
    void runsACommandEverywhereAndEndsItOnCtrlC() throws Exception {
        try (TerminalDriver terminal = quorate("host", "exec", "whoami")) {
            terminal.await("=== " + addresses().replace("guest@", ""));
            terminal.await("guest");
            assertThat(terminal.awaitExit()).isZero();
        }

        try (TerminalDriver terminal = quorate("host", "exec", "sleep 4730")) {
            terminal.await("Go on?");
            terminal.enter("yes");
            awaitSleeper();
            terminal.press(Key.CTRL_C);
            assertThat(terminal.awaitExit()).isNotZero();
        }

        assertThat(sleepers()).isEmpty();
    }

    @Test
    @Order(5)
    void asksOnceInASessionForAPasswordThatCommandsOnHostsAndOnClustersWant() throws Exception {
        Path file = home.resolve("one.yaml");
        Files.writeString(
                file,
                "name: one\nssh: { user: ops, sudo: none }\nmembers:\n  - { name: etcd1, address: %s }\n"
                        .formatted(hosts.address("etcd1")));

        try (TerminalDriver terminal = console()) {
            terminal.enter("host facts --file " + file).await("Password of etcd1");
            terminal.enter(TestHosts.password("ops")).await("debian 12");
            terminal.enter("cluster plan --file " + file);
            terminal.await("do not run as root there");
            assertThat(terminal.transcript().split("Password of", -1)).hasSize(2);
        }
    }

    @Test
    @Order(6)
    void followsAJournalPastATimeInWhichItsHostWasCutOffAndLosesNothing() throws Exception {
        for (String name : List.of("etcd1", "etcd3")) {
            String count = "i=0; while [ $i -lt 1000 ]; do i=$((i+1)); echo tick $i; sleep 0.1; done";
            hosts.run(name, "systemd-run", "-q", "--unit=ticker", "sh", "-c", count);
        }
        Path output = home.resolve("followed");
        Path notes = home.resolve("notes");
        Process following = new ProcessBuilder(
                        Path.of("scripts", "quorate").toAbsolutePath().toString(),
                        "host",
                        "logs",
                        "-f",
                        "--unit=ticker",
                        "-n1",
                        "--hosts=root@%s,root@%s".formatted(hosts.address("etcd1"), hosts.address("etcd3")),
                        "--identity=" + hosts.key(),
                        "--known-hosts=" + hosts.knownHosts())
                .redirectOutput(output.toFile())
                .redirectError(notes.toFile())
                .start();
        try {
            awaitText(output, hosts.address("etcd3") + " ");
            hosts.cut("etcd3");
            try {
                awaitText(notes, "is tried again until it answers");
            } finally {
                hosts.mend("etcd3");
            }
            awaitText(notes, hosts.address("etcd3") + " is followed again");
            Thread.sleep(1000);
        } finally {
            following.destroy();
            following.waitFor();
            for (String name : List.of("etcd1", "etcd3")) {
                hosts.run(name, "systemctl", "stop", "ticker");
            }
        }

        for (String name : List.of("etcd1", "etcd3")) {
            List<Integer> ticks = ticks(output, hosts.address(name));
            assertThat(ticks).hasSizeGreaterThan(100);
            assertThat(ticks)
                    .isEqualTo(IntStream.rangeClosed(ticks.getFirst(), ticks.getLast())
                            .boxed()
                            .toList());
        }
    }

    private static List<Integer> ticks(Path output, String host) throws Exception {
        Pattern tick = Pattern.compile(Pattern.quote(host) + "\\b.* tick (\\d+)");
        return Files.readAllLines(output).stream()
                .map(tick::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
    }

    private static void awaitText(Path file, String text) throws Exception {
        for (int tries = 0; !Files.readString(file).contains(text); tries++) {
            assertThat(tries)
                    .as("looks for '" + text + "' in " + Files.readString(file))
                    .isLessThan(600);
            Thread.sleep(100);
        }
    }

    private static void awaitSleeper() throws InterruptedException {
        for (int tries = 0; sleepers().isEmpty(); tries++) {
            assertThat(tries).as("looks for the command on the host").isLessThan(100);
            Thread.sleep(100);
        }
    }

    private static String sleepers() {
        return hosts.run("etcd3", "sh", "-c", "pgrep -fx 'sleep 4730' || true").strip();
    }

    private static String addresses() {
        return names.stream().map(name -> "guest@" + hosts.address(name)).collect(Collectors.joining(","));
    }

    private static TerminalDriver quorate(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--hosts", addresses()));
        return console(command.toArray(String[]::new));
    }

    private static TerminalDriver console(String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of("scripts", "quorate").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        return TerminalDriver.program(command)
                .size(140, 30)
                .environment("HOME", home.toString())
                .environment("SSH_AUTH_SOCK", null)
                .environment("QUORATE_HOME", home.resolve("quorate").toString())
                .start();
    }
}
