package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.Advertising;
import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.StepState;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a host is found by the first stage, before anything is changed, and told by one clear error. */
class UnfitHostsE2E {

    private static final String FORGET =
            "grep -v moved /etc/hosts >/tmp/hosts; cat /tmp/hosts >/etc/hosts; rm /tmp/hosts";

    @TempDir
    private static Path home;

    private static TestHosts hosts;

    private ClusterSpec spec = TestClusters.spec("unfit", hosts);

    @BeforeAll
    static void boot() {
        hosts = TestHosts.fresh(3);
    }

    @Test
    void wrongKey() {
        Path key = home.resolve("stranger");
        Shell.run(home, List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
        first(member -> member.withSsh(TestClusters.ssh("root", key, hosts)));

        assertThat(refusal())
                .isEqualTo("cannot check hosts on etcd1: etcd1 (root@%s) lets nobody in with %s"
                        .formatted(hosts.address("etcd1"), key));
    }

    @Test
    void wrongSudoPassword() {
        first(member -> member.withSsh(new SshSpec(
                Optional.of("ops"),
                OptionalInt.empty(),
                List.of(hosts.key()),
                Optional.empty(),
                Optional.of(SshSpec.Sudo.PASSWORD),
                Optional.of(hosts.knownHosts()),
                Optional.empty())));

        assertThat(refusal(new SshQuestions() {
                    @Override
                    public boolean person() {
                        return true;
                    }

                    @Override
                    public boolean agrees(String question) {
                        return false;
                    }

                    @Override
                    public char[] secret(String prompt) {
                        return "wrong".toCharArray();
                    }
                }))
                .contains("cannot check hosts on etcd1: ")
                .contains("password")
                .contains("ops");
    }

    @Test
    void changedHostKey() throws Exception {
        String strange = Files.readString(hosts.knownHosts())
                .lines()
                .filter(line -> line.startsWith(hosts.address("etcd2") + " "))
                .map(line -> line.replace(hosts.address("etcd2"), hosts.address("etcd1")))
                .reduce("", (one, other) -> one + other + "\n");
        Path file = Files.writeString(home.resolve("strange"), strange);
        first(member -> member.withSsh(new SshSpec(
                Optional.of("root"),
                OptionalInt.empty(),
                List.of(hosts.key()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(file),
                Optional.empty())));

        assertThat(refusal()).contains("cannot check hosts on etcd1: ").contains("host key");
    }

    @Test
    void fullDisk() {
        hosts.fill("etcd1", "/var/lib/etcd");
        try {
            assertThat(refusal())
                    .isEqualTo("cannot check hosts on etcd1: only 0 MB are free for /var/lib/etcd, and 256 are needed");
        } finally {
            hosts.empty("etcd1", "/var/lib/etcd");
            hosts.run("etcd1", "rmdir", "/var/lib/etcd");
        }
    }

    @Test
    void takenPort() {
        hosts.run("etcd1", "systemd-run", "-q", "--unit=squatter", "/usr/sbin/sshd", "-D", "-p", "2379");
        try {
            hosts.run("etcd1", "sh", "-c", "until ss -Hltn | grep -q :2379; do sleep 0.1; done");

            assertThat(refusal())
                    .matches(
                            "cannot check hosts on etcd1: another process listens on %s:2379 and 127.0.0.1:2379: sshd \\(pid \\d+, unit squatter.service\\)"
                                    .formatted(hosts.address("etcd1")));
        } finally {
            hosts.run("etcd1", "systemctl", "stop", "squatter");
        }
    }

    private void advertiseByName() {
        ConfigurationSpec named = spec.configuration();
        spec = withConfiguration(new ConfigurationSpec(
                named.form(),
                named.file(),
                named.dataDirectory(),
                named.ports(),
                named.listening(),
                new Advertising(By.NAME, By.NAME, By.NAME),
                named.tls(),
                named.options()));
    }

    @Test
    void missingName() {
        advertiseByName();
        first(member -> member.withNames(List.of("nobody.quorate.test")));

        assertThat(refusal())
                .contains("cannot check hosts on etcd1: nobody.quorate.test does not resolve")
                .contains("and on etcd2: nobody.quorate.test does not resolve")
                .contains("and on etcd3: nobody.quorate.test does not resolve");
    }

    @Test
    void nameOfAnotherHost() {
        advertiseByName();
        first(member -> member.withNames(List.of("moved.quorate.test")));
        String others = "echo '%s moved.quorate.test' >>/etc/hosts";
        hosts.run("etcd1", "sh", "-c", others.formatted(hosts.address("etcd1")));
        hosts.run("etcd2", "sh", "-c", others.formatted(hosts.address("etcd1")));
        hosts.run("etcd3", "sh", "-c", others.formatted(hosts.address("etcd2")));
        try {
            assertThat(refusal())
                    .isEqualTo("cannot check hosts on etcd3: moved.quorate.test resolves to %s, not to %s"
                            .formatted(hosts.address("etcd2"), hosts.address("etcd1")));
        } finally {
            hosts.names().forEach(host -> hosts.run(host, "sh", "-c", FORGET));
        }
    }

    @Test
    void portHeldBackBetweenTwoHosts() {
        String rule = "iptables -%s INPUT -s %s -p tcp --dport 2380 -j DROP";
        hosts.run("etcd2", "sh", "-c", rule.formatted("A", hosts.address("etcd1")));
        try {
            assertThat(refusal())
                    .isEqualTo("cannot check hosts on etcd1: %s:2380 of etcd2 does not answer"
                            .formatted(hosts.address("etcd2")));
        } finally {
            hosts.run("etcd2", "sh", "-c", rule.formatted("D", hosts.address("etcd1")));
        }
    }

    @Test
    void settingsThatCannotBeWritten() {
        hosts.run("etcd1", "sh", "-c", "mount --bind /etc /etc && mount -o remount,ro,bind /etc");
        try {
            assertThat(refusal())
                    .isEqualTo("cannot check hosts on etcd1: the file system of /etc/etcd/pki is read-only;"
                            + " the file system of /etc/systemd/system is read-only");
        } finally {
            hosts.run("etcd1", "umount", "/etc");
        }
    }

    @Test
    void clockOffByAYear() {
        hosts.skew("etcd2", "+1y");
        try {
            assertThat(refusal()).isEqualTo("cannot check hosts on unfit: the clock of etcd2 is 365 days ahead");
        } finally {
            hosts.skew("etcd2", "0");
        }
    }

    @Test
    void programsThatCannotRun() {
        hosts.run("etcd1", "mount", "-t", "tmpfs", "-o", "noexec,size=200m", "none", "/usr/local/bin");
        try {
            assertThat(refusal())
                    .isEqualTo(
                            "cannot check hosts on etcd1: no program can run from /usr/local/bin, it is mounted noexec");
        } finally {
            hosts.run("etcd1", "umount", "/usr/local/bin");
        }
    }

    @Test
    void temporaryFilesThatCannotRunDoNotMatterAndAreTold() {
        hosts.run("etcd1", "mount", "-t", "tmpfs", "-o", "noexec", "none", "/tmp");
        try {
            PlanReport report = look(SshQuestions.nobody());

            assertThat(report.outcomes().getFirst().before())
                    .isEqualTo(StepState.done(
                            "debian 12", List.of("/tmp is mounted noexec; nothing of etcd is run from there")));
        } finally {
            hosts.run("etcd1", "umount", "/tmp");
        }
    }

    @Test
    void noSystemd() {
        hosts.run("etcd1", "mv", "/run/systemd/system", "/run/systemd/away");
        try {
            assertThat(refusal()).isEqualTo("cannot check hosts on etcd1: it is not run by systemd");
        } finally {
            hosts.run("etcd1", "mv", "/run/systemd/away", "/run/systemd/system");
        }
    }

    @Test
    void leftoverData() {
        hosts.run("etcd1", "mkdir", "-p", "/var/lib/etcd/member/wal");
        try {
            assertThat(refusal())
                    .isEqualTo("cannot check hosts on etcd1: /var/lib/etcd holds the data of another etcd");
        } finally {
            hosts.run("etcd1", "rm", "-r", "/var/lib/etcd");
        }
    }

    @Test
    void allHostsAreToldAtOnce() {
        hosts.run("etcd1", "mkdir", "-p", "/var/lib/etcd/member/wal");
        hosts.skew("etcd2", "-2d");
        try {
            assertThat(refusal())
                    .contains("on etcd1: /var/lib/etcd holds")
                    .contains("the clock of etcd2 is 2 days behind");
        } finally {
            hosts.skew("etcd2", "0");
            hosts.run("etcd1", "rm", "-r", "/var/lib/etcd");
        }
    }

    /** A change to the first member. */
    private interface Change {
        NodeSpec of(NodeSpec member);
    }

    private void first(Change change) {
        NodeSpec first = spec.members().getFirst();
        spec = spec.withMembers(
                List.of(change.of(first), spec.members().get(1), spec.members().get(2)));
    }

    private ClusterSpec withConfiguration(ConfigurationSpec configuration) {
        return new ClusterSpec(
                spec.name(),
                spec.token(),
                spec.members(),
                spec.etcd(),
                configuration,
                spec.service(),
                spec.certificates(),
                spec.ssh(),
                spec.firewall(),
                spec.profile());
    }

    private String refusal() {
        return refusal(SshQuestions.nobody());
    }

    private String refusal(SshQuestions questions) {
        OperatorException refused = catchThrowableOfType(OperatorException.class, () -> look(questions));
        assertThat(refused).as("nothing was refused").isNotNull();
        assertThat(refused.failure().hint()).isNotBlank();
        return refused.failure().what();
    }

    private PlanReport look(SshQuestions questions) {
        return TestClusters.build(home, questions).look(spec, TestClusters.home(home, spec), Permission.NONE);
    }
}
