package dev.quorate.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only whole hosts have: sudo, and a power switch. */
@Timeout(60)
class RealHostIT {

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
    void saysInOneLineThatAHostIsOff() {
        hosts.powerOff("etcd3");
        try {
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
}
