package dev.quorate.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Getting in to real hosts, and being kept out for one clear reason. */
@Timeout(60)
class SshLoginIT {

    private static TestHosts hosts;

    @TempDir
    private Path home;

    private SshFixture fixture;
    private @Nullable SshHosts connections;

    @BeforeAll
    static void boot() {
        hosts = TestHosts.up(3);
    }

    @BeforeEach
    void prepare() {
        fixture = new SshFixture(hosts, home);
    }

    @AfterEach
    void disconnect() {
        if (connections != null) {
            connections.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"ed25519,''", "ed25519,open sesame", "ecdsa,''", "ecdsa,open sesame", "rsa,''", "rsa,open sesame"})
    void letsInEveryKindOfKeyWithAndWithoutPassphrase(String type, String passphrase) throws Exception {
        Path key = authorized(type, passphrase);
        Answers operator = passphrase.isEmpty() ? new Answers() : new Answers("wrong", passphrase);

        assertThat(userOf(operator, ops().withIdentities(List.of(key)))).isEqualTo("ops");

        assertThat(operator.asked())
                .hasSize(passphrase.isEmpty() ? 0 : 2)
                .allMatch(("Passphrase of " + key + ": ")::equals);
    }

    @Test
    void takesKeysOfTheAgent() throws Exception {
        Path key = authorized("rsa", "");
        Path socket = home.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
        try {
            while (!Files.exists(socket)) {
                Thread.sleep(20);
            }
            Shell.run(home, List.of("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", key.toString()));
            Shell.run(
                    home,
                    List.of(
                            "env",
                            "SSH_AUTH_SOCK=" + socket,
                            "ssh-add",
                            "-q",
                            authorized("ecdsa", "").toString()));
            Map<String, String> environment = fixture.environment();
            environment.put("SSH_AUTH_SOCK", socket.toString());
            connections = new SshHosts(SshQuestions.nobody(), environment, SshFixture.LIMITS);

            assertThat(user(connections.host(ops().withIdentities(List.of())))).isEqualTo("ops");
        } finally {
            agent.destroy();
        }
    }

    @Test
    void asksForAPasswordOnceForSeveralHosts() throws Exception {
        Answers operator = new Answers("guess", "guest-password");
        connections = fixture.asking(operator);
        SshSettings first = fixture.settings("etcd1", "guest").withIdentities(List.of());

        assertThat(user(connections.host(first))).isEqualTo("guest");
        assertThat(user(connections.host(fixture.settings("etcd2", "guest").withIdentities(List.of()))))
                .isEqualTo("guest");

        assertThat(operator.asked())
                .containsOnly("Password of etcd1 (guest@" + hosts.address("etcd1") + "): ")
                .hasSize(2);
    }

    @Test
    void saysWhichKeysWereRefused() {
        assertThatThrownBy(() -> userOf(SshQuestions.nobody(), fixture.settings("etcd1", "guest")))
                .hasMessage("etcd1 (guest@%s) lets nobody in with %s".formatted(hosts.address("etcd1"), hosts.key()));
        assertThatThrownBy(() -> userOf(SshQuestions.nobody(), ops().withIdentities(List.of(Path.of("/no/key")))))
                .hasMessage("the private key /no/key of host etcd1 cannot be read");
    }

    @Test
    void becomesRootWithAndWithoutPassword() throws Exception {
        Answers operator = new Answers("wrong", "ops-password");

        assertThat(userOf(operator, ops().withSudo(Sudo.AUTO))).isEqualTo("root");
        assertThat(operator.asked())
                .hasSize(2)
                .allMatch(prompt -> prompt.startsWith("Password for sudo of etcd1 (ops@"));
        connections.close();
        assertThat(userOf(
                        SshQuestions.nobody(),
                        fixture.settings("etcd1", "deploy").withSudo(Sudo.AUTO)))
                .isEqualTo("root");
        assertThatThrownBy(() -> userOf(SshQuestions.nobody(), ops().withSudo(Sudo.AUTO)))
                .hasMessageStartingWith("sudo wants a password of etcd1 (ops@");
        assertThatThrownBy(() -> userOf(new Answers("a", "b", "c"), ops().withSudo(Sudo.AUTO)))
                .hasMessageStartingWith("sudo refuses the password of etcd1 (ops@");
    }

    @Test
    void inputReachesACommandUnderSudoWithoutThePassword() throws Exception {
        connections = fixture.asking(new Answers("ops-password"));
        Host host = connections.host(ops().withSudo(Sudo.PASSWORD));
        byte[] secret = "not the password\nsecond\n".getBytes(StandardCharsets.UTF_8);

        assertThat(host.run(ShellCommand.reads("cat").withInput(secret)).output())
                .isEqualTo(secret);
        hosts.run("etcd1", "sh", "-c", "echo 'ops ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/zz");
        try {
            assertThat(host.run(ShellCommand.reads("cat").withInput(secret)).output())
                    .isEqualTo(secret);
        } finally {
            hosts.run("etcd1", "rm", "/etc/sudoers.d/zz");
        }
        host.files().write(Path.of("/etc/secret"), secret, FileAccess.PRIVATE);
        assertThat(hosts.run("etcd1", "stat", "-c", "%U %a", "/etc/secret").strip())
                .isEqualTo("root 600");
    }

    @Test
    void noSecretStandsAmongTheWordsOfAProcess() throws Exception {
        connections = fixture.asking(new Answers("ops-password"));
        Host host = connections.host(ops().withSudo(Sudo.PASSWORD));

        String processes = host.run(ShellCommand.reads("sh", "-c", "ps -eo args; cat")
                        .withInput("hidden-input".getBytes(StandardCharsets.UTF_8)))
                .text();

        assertThat(processes).contains("sudo -k -S").doesNotContain("ops-password");
        assertThat(processes.split("hidden-input", -1)).hasSize(2);
    }

    @Test
    void anInterruptionEndsWhatRunsAsRoot() throws Exception {
        connections = fixture.asking(new Answers("ops-password"));
        Host host = connections.host(ops().withSudo(Sudo.PASSWORD));

        assertThatThrownBy(() -> host.run(
                        ShellCommand.reads("sh", "-c", "sleep 4720 | cat").within(Duration.ofSeconds(1))))
                .hasMessageContaining("was ended");

        assertThat(hosts.run("etcd1", "sh", "-c", "pgrep -fx 'sleep 4720' || true"))
                .isBlank();
    }

    @Test
    void goesThroughJumpHosts() throws Exception {
        String way = "ops@%s,root@%s".formatted(hosts.address("etcd2"), hosts.address("etcd3"));
        connections = fixture.connections();
        Host host = connections.host(SshSettings.of("deploy@etcd1")
                .withIdentities(List.of(hosts.key()))
                .withKnownHosts(Optional.of(home.resolve("known_hosts")))
                .withAcceptNew(true)
                .withJump(Optional.of(way)));

        String client = host.run(ShellCommand.reads("sh", "-c", "echo $SSH_CLIENT; hostname"))
                .text();

        assertThat(client).startsWith(hosts.address("etcd3") + " ").endsWith("etcd1\n");
    }

    @Test
    void readsTheOperatorsConfig() throws Exception {
        Files.createDirectories(home.resolve(".ssh/more"));
        Files.writeString(
                home.resolve(".ssh/config"), """
                Include more/*.conf
                Host db-* !db-2
                    User nobody
                Host db-?
                    HostName %s
                    User ops
                    IdentityFile "%s"
                    UserKnownHostsFile %s
                """.formatted(hosts.address("etcd2"), hosts.key(), hosts.knownHosts()));
        Files.writeString(home.resolve(".ssh/more/one.conf"), "Host db-3\n  User = deploy\n");

        assertThat(userOf(SshQuestions.nobody(), SshSettings.of("db-3"))).isEqualTo("deploy");
        connections.close();
        assertThat(userOf(SshQuestions.nobody(), SshSettings.of("db-2"))).isEqualTo("ops");
    }

    @Test
    void asksBeforeItTrustsAKeyAndRemembersIt() throws Exception {
        Path known = home.resolve(".ssh/known_hosts");
        SshSettings settings = ops().withKnownHosts(Optional.of(known));

        assertThatThrownBy(() -> userOf(SshQuestions.nobody(), settings))
                .hasMessageMatching("the host key of etcd1 \\(ops@[0-9.]+\\) is not known: ED25519 SHA256:\\S+");
        Answers operator = new Answers("yes");
        assertThat(userOf(operator, settings)).isEqualTo("ops");
        connections.close();
        assertThat(userOf(SshQuestions.nobody(), settings)).isEqualTo("ops");

        assertThat(operator.asked()).hasSize(1);
        assertThat(Shell.run(home, List.of("ssh-keygen", "-F", hosts.address("etcd1"), "-f", known.toString())))
                .contains("ssh-ed25519");
    }

    @Test
    void knowsHashedHostsAndPrefersTheTypeOfKeyThatIsKnown() throws Exception {
        Path known = home.resolve("known_hosts");
        String ecdsa = hosts.run("etcd1", "cat", "/etc/ssh/ssh_host_ecdsa_key.pub");
        Files.writeString(known, hosts.address("etcd1") + " " + ecdsa);
        Shell.run(home, List.of("ssh-keygen", "-q", "-H", "-f", known.toString()));
        assertThat(Files.readString(known)).startsWith("|1|");

        assertThat(userOf(SshQuestions.nobody(), ops().withKnownHosts(Optional.of(known))))
                .isEqualTo("ops");
    }

    @Test
    void refusesAHostWhoseKeyHasChangedEvenWhereNewOnesAreAccepted() throws Exception {
        Path known = home.resolve("known_hosts");
        String other = hosts.run("etcd2", "cat", "/etc/ssh/ssh_host_ed25519_key.pub");
        Files.writeString(known, "# comment\n" + hosts.address("etcd1") + " " + other);

        assertThatThrownBy(() -> userOf(
                        new Answers("yes"),
                        ops().withKnownHosts(Optional.of(known)).withAcceptNew(true)))
                .isInstanceOfSatisfying(OperatorException.class, e -> {
                    assertThat(e.failure().what()).contains("has changed").contains("line 2 of " + known);
                    assertThat(e.failure().hint())
                            .contains("ssh-keygen -f " + known + " -R '" + hosts.address("etcd1") + "'");
                });
    }

    @Test
    void saysInOneLineWhyAHostCannotBeReached() {
        hosts.powerOff("etcd3");
        try {
            assertThatThrownBy(() -> userOf(SshQuestions.nobody(), SshSettings.of("no-such-host.invalid")))
                    .hasMessage("the name no-such-host.invalid does not resolve");
            assertThatThrownBy(() -> userOf(SshQuestions.nobody(), ops().withPort(OptionalInt.of(2))))
                    .hasMessage("nothing listens on [%s]:2: connection refused".formatted(hosts.address("etcd1")));
            assertThatThrownBy(() -> userOf(SshQuestions.nobody(), fixture.settings("etcd3", "root")))
                    .hasMessageMatching("no (route to|answer from) .*");
        } finally {
            hosts.powerOn("etcd3");
        }
    }

    @Test
    void tellsOfAHostThatWasCutOffSinceAndComesBackWhenItDoes() throws Exception {
        connections = fixture.connections();
        Host host = connections.host(fixture.settings("etcd2", "root"));
        assertThat(user(host)).isEqualTo("root");

        hosts.cut("etcd2");
        try {
            assertThatThrownBy(() -> user(host)).hasMessageMatching("no (route to|answer from) .*");
        } finally {
            hosts.mend("etcd2");
        }

        assertThat(user(host)).isEqualTo("root");
    }

    @Test
    void connectsAgainToAHostThatWasBootedMeanwhile() throws Exception {
        SshLimits patient = new SshLimits(SshFixture.LIMITS.connect(), Duration.ofMinutes(2));
        connections = new SshHosts(SshQuestions.nobody(), fixture.environment(), patient);
        Host host = connections.host(fixture.settings("etcd2", "root"));
        assertThat(user(host)).isEqualTo("root");

        hosts.powerOff("etcd2");
        hosts.powerOn("etcd2");

        assertThat(user(host)).isEqualTo("root");
    }

    private SshSettings ops() {
        return fixture.settings("etcd1", "ops");
    }

    private String userOf(SshQuestions questions, SshSettings settings) throws InterruptedException {
        connections = fixture.asking(questions);
        return user(connections.host(settings));
    }

    private static String user(Host host) throws InterruptedException {
        return host.run(ShellCommand.reads("id", "-un")).orThrow().text().strip();
    }

    private Path authorized(String type, String passphrase) {
        Path key = home.resolve(type + "-key");
        Shell.run(home, List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", key.toString()));
        String text = Shell.run(home, List.of("cat", key + ".pub")).strip();
        hosts.run("etcd1", "sh", "-c", "echo '" + text + "' >>~ops/.ssh/authorized_keys");
        return key;
    }
}
