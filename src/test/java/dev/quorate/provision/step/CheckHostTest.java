package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.plan.StepState;
import dev.quorate.provision.HostNeeds;
import dev.quorate.provision.NodeLayout;
import dev.quorate.remote.FileAccess;
import dev.quorate.testing.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckHostTest {

    private static final String GOOD = """
            uid . 0
            init . systemd
            systemd . 252
            space /var/lib/etcd 51200
            mount /var/lib/etcd rw,relatime
            space /usr/local/bin 51200
            mount /usr/local/bin rw,relatime
            space /etc/etcd/pki 51200
            mount /etc/etcd/pki rw,relatime
            space /etc/systemd/system 51200
            mount /etc/systemd/system rw,relatime
            reach 10.0.0.2/2379 open
            reach 10.0.0.2/2380 bash: line 1: /dev/tcp/10.0.0.2/2380: Connection refused
            """;

    private final FakeHost host = new FakeHost("etcd1");
    private final NodeLayout layout = layout(false);

    @Test
    void aHostThatHasAllIsFit() throws Exception {
        assertThat(inspect(GOOD)).isEqualTo(StepState.done("debian 12"));
    }

    @Test
    void everythingInTheWayIsToldAtOnce() throws Exception {
        StepState state = inspect(GOOD.replace("uid . 0", "uid . 1000")
                .replace("/var/lib/etcd 51200", "/var/lib/etcd 12")
                .replace("/usr/local/bin rw", "/usr/local/bin rw,noexec")
                .replace("2379 open", "2379 silence"));

        assertThat(state)
                .isEqualTo(
                        StepState.blocked(
                                "commands do not run as root there; only 12 MB are free for /var/lib/etcd, and 256 are needed; "
                                        + "no program can run from /usr/local/bin, it is mounted noexec; "
                                        + "10.0.0.2:2379 of etcd2 does not answer",
                                "connect as root, or set sudo in the cluster file; make room on the disk; "
                                        + "mount it with exec, or choose another path for the binaries; "
                                        + "see that the host is up and that no firewall drops what goes to ports 2379 and 2380"));
    }

    @Test
    void whoIsNotRootIsToldSoAndLooksAtNothingThatOnlyRootMaySee() throws Exception {
        host.withDirectory(Path.of("/var/lib/etcd"), FileAccess.PRIVATE_DIRECTORY)
                .withDirectory(Path.of("/var/lib/etcd/member"), FileAccess.PRIVATE_DIRECTORY);

        assertThat(inspect(GOOD.replace("uid . 0", "uid . 1000")))
                .isEqualTo(StepState.blocked(
                        "commands do not run as root there", "connect as root, or set sudo in the cluster file"));
    }

    @Test
    void aFileSystemThatTakesNoFilesIsTold() throws Exception {
        StepState state = inspect(GOOD.replace("/etc/etcd/pki rw", "/etc/etcd/pki ro"));

        assertThat(state)
                .isEqualTo(StepState.blocked("the file system of /etc/etcd/pki is read-only", "mount it read-write"));
    }

    @Test
    void aHostWithoutSystemdIsNotLookedAtFurther() throws Exception {
        assertThat(inspect("uid . 0\nspace /var/lib/etcd 1\n"))
                .isEqualTo(StepState.blocked(
                        "it is not run by systemd", "use a host that systemd runs: no container without an init"));
    }

    @Test
    void anAddressWithoutRouteIsNamedWithTheReason() throws Exception {
        StepState state = inspect(GOOD.replace(
                "2379 open", "2379 bash: connect: No route to host bash: line 1: /dev/tcp/x: No route to host"));

        assertThat(state)
                .isEqualTo(StepState.blocked(
                        "10.0.0.2:2379 of etcd2 cannot be reached: No route to host",
                        "mend the route between the hosts"));
    }

    @Test
    void namesMustLeadToTheirMembers() throws Exception {
        HostNeeds needs = new HostNeeds(
                true,
                List.of(),
                List.of(
                        new HostNeeds.Neighbour("etcd1", List.of("etcd1.lan"), "10.0.0.1", List.of()),
                        new HostNeeds.Neighbour("etcd2", List.of("etcd2.lan"), "10.0.0.2", List.of()),
                        new HostNeeds.Neighbour("etcd3", List.of("etcd3.lan"), "10.0.0.3", List.of())),
                Optional.empty(),
                Optional.empty(),
                "");
        answering(
                needs, "uid . 0\ninit . systemd\nname etcd1.lan 127.0.1.1\nname etcd2.lan 10.9.9.9\nname etcd3.lan\n");

        assertThat(new CheckHost(layout.node(), needs).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd2.lan resolves to 10.9.9.9, not to 10.0.0.2; etcd3.lan does not resolve",
                        "mend the DNS or /etc/hosts, or the address in the cluster file; "
                                + "enter it in the DNS or in /etc/hosts, or name members by address"));
    }

    @Test
    void aSystemdThatIsTooOldIsTold() throws Exception {
        assertThat(inspect(GOOD.replace("systemd . 252", "systemd . 219")))
                .isEqualTo(StepState.blocked(
                        "systemd 219 is too old, the console needs 230 or newer",
                        "use a newer release of the distribution there"));
    }

    @Test
    void aUserWhoIsThereWithALoginShellIsAWarning() throws Exception {
        assertThat(inspect(GOOD + "account etcd /var/lib/etcd:/bin/bash\n"))
                .isEqualTo(StepState.leaving(
                        "debian 12",
                        List.of("the user etcd is there and has the shell /bin/bash, not /usr/sbin/nologin: "
                                + "'usermod --shell /usr/sbin/nologin etcd' makes it what the cluster file says")));
    }

    @Test
    void aUserWithAnotherHomeThanTheFileSaysIsAWarning() throws Exception {
        Account account = new Account("etcd", "etcd", Optional.of(Path.of("/etc/etcd")), Path.of("/sbin/nologin"));
        HostNeeds needs = new HostNeeds(true, List.of(), List.of(), Optional.empty(), Optional.of(account), "");
        answering(needs, "uid . 0\ninit . systemd\naccount etcd /var/lib/etcd:/usr/sbin/nologin\n");

        assertThat(new CheckHost(layout.node(), needs).inspect())
                .isEqualTo(StepState.leaving(
                        "debian 12",
                        List.of("the user etcd is there and has the home /var/lib/etcd, not /etc/etcd: "
                                + "'usermod --home /etc/etcd etcd' makes it what the cluster file says")));
    }

    @Test
    void aUserOtherSystemsGiveAnotherShellThatLogsNobodyInIsFine() throws Exception {
        assertThat(inspect(GOOD + "account etcd /var/lib/etcd:/bin/false\n")).isEqualTo(StepState.done("debian 12"));
    }

    @Test
    void temporaryFilesThatCannotRunAreOnlyAWarning() throws Exception {
        assertThat(inspect(GOOD + "mount /tmp noexec\n"))
                .isEqualTo(StepState.done(
                        "debian 12", List.of("/tmp is mounted noexec; nothing of etcd is run from there")));
    }

    @Test
    void dataOfAnotherEtcdIsRefused() throws Exception {
        host.withDirectory(Path.of("/var/lib/etcd/member"), FileAccess.PRIVATE_DIRECTORY);

        assertThat(inspect(GOOD))
                .isEqualTo(StepState.blocked(
                        "/var/lib/etcd holds the data of another etcd",
                        "add --park to move it aside, or move it away yourself"));
    }

    @Test
    void dataBegunUnderTheClustersTokenIsItsOwn() throws Exception {
        host.withDirectory(Path.of("/var/lib/etcd/member"), FileAccess.PRIVATE_DIRECTORY)
                .withFile(Path.of("/etc/etcd/etcd.conf.yml"), "initial-cluster-token: token-1", FileAccess.PUBLIC);

        assertThat(inspect(GOOD)).isEqualTo(StepState.done("debian 12"));
    }

    @Test
    void leftoversAreParkedOnlyAfterTheirServiceIsStopped() throws Exception {
        host.withDirectory(Path.of("/var/lib/etcd/member"), FileAccess.PRIVATE_DIRECTORY);
        ParkLeftovers step = new ParkLeftovers(layout.node(), "token-1", "now");

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "/var/lib/etcd holds the data of another etcd: member",
                        List.of("stop etcd.service", "rename /var/lib/etcd to /var/lib/etcd.parked-now")));
        step.apply();
        assertThat(host.changes())
                .containsExactly("stop etcd.service", "rename /var/lib/etcd /var/lib/etcd.parked-now");
        assertThat(step.inspect()).isEqualTo(StepState.done("none"));
    }

    @Test
    void dataTheClusterCountsOnIsNeverParked() throws Exception {
        host.withDirectory(Path.of("/var/lib/etcd/member"), FileAccess.PRIVATE_DIRECTORY);

        assertThat(new ParkLeftovers(layout(true).node(), "token-1", "now").inspect())
                .isEqualTo(StepState.done("none"));
    }

    @Test
    void aMemberWhoseDataIsNotWhereTheFileSaysIsToldBeforeItsConfigurationChanges() throws Exception {
        NodeLayout joined = layout(true);
        answering(joined.needs(), GOOD);

        assertThat(new CheckHost(joined.node(), joined.needs()).inspect())
                .isEqualTo(
                        StepState.blocked(
                                "etcd1 is a member already, and /var/lib/etcd has no data of it",
                                "if the cluster file named another data-directory before, put that back, as data is not moved; if "
                                        + "the data is lost, 'cluster down --member NAME' takes the member out, and 'cluster up' "
                                        + "lets it join again, empty; if that of all members is lost, 'cluster down' forgets them"));
        host.withDirectory(Path.of("/var/lib/etcd/member"), FileAccess.PRIVATE_DIRECTORY);
        assertThat(new CheckHost(joined.node(), joined.needs()).inspect()).isEqualTo(StepState.done("debian 12"));
    }

    private StepState inspect(String looked) throws InterruptedException {
        answering(layout.needs(), looked);
        return new CheckHost(layout.node(), layout.needs()).inspect();
    }

    private void answering(HostNeeds needs, String looked) {
        host.answering(HostLook.command(needs).line(), looked);
    }

    private NodeLayout layout(boolean joined) {
        NodeSpec member = NodeSpec.of("etcd1", "10.0.0.1");
        ClusterSpec spec = ClusterSpec.of("demo", List.of(member, NodeSpec.of("etcd2", "10.0.0.2")))
                .withToken("token-1");
        return new NodeLayout(spec, member, host, State.NEW, joined);
    }
}
