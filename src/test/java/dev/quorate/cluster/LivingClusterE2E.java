package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.IssueMode;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.StepOutcome;
import dev.quorate.plan.StepState;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code cluster up}, {@code restart} and {@code down} do to a cluster that runs and has to go on running. The cluster
 * begins with three members of an older etcd and every test leaves it to the next.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivingClusterE2E {

    private static final String RESTART = "restart member";
    private static final String FIRST_THREE = "etcd1 etcd2 etcd3";
    private static final String ALL_FOUR = "etcd1 etcd2 etcd3 etcd4";

    @TempDir
    private static Path home;

    private static TestHosts hosts;

    @BeforeAll
    static void found() {
        hosts = TestHosts.fresh(4);
        up(spec(FIRST_THREE, EtcdBinaries.V3_5_OLD));
    }

    @Test
    @Order(1)
    void anotherProgramIsInEffectOnceEachMemberWasRestartedFollowersFirstAndLeaderLast() throws Exception {
        ClusterSpec newer = spec(FIRST_THREE, EtcdBinaries.V3_5);
        String leader = leader(newer);
        assertThat(restarted(look(newer))).hasSize(3).last().isEqualTo(leader);

        Recorded run = up(newer);

        assertThat(run.changed(RESTART)).as("%s", run).hasSize(3).last().isEqualTo(leader);
        assertThat(state(newer).members())
                .allSatisfy(member ->
                        assertThat(member.status().orElseThrow().version()).isEqualTo(EtcdBinaries.V3_5));
        assertThat(leader(newer)).isNotEqualTo(leader);
        assertThat(up(newer).changes()).isZero();
    }

    @Test
    @Order(2)
    void whatOthersAddToAUnitIsToldAndTheMemberRestartedForIt() throws Exception {
        ClusterSpec spec = spec(FIRST_THREE, EtcdBinaries.V3_5);
        hosts.run(
                "etcd2",
                "sh",
                "-c",
                "sleep 1; mkdir -p /etc/systemd/system/etcd.service.d;"
                        + " printf '[Service]\\nLimitNOFILE=4000\\n' >/etc/systemd/system/etcd.service.d/limit.conf");

        Recorded run = up(spec);

        assertThat(run.changed(RESTART)).as("%s", run).containsExactly("etcd2");
        assertThat(hosts.run("etcd2", "sh", "-c", "grep 'Max open files' /proc/$(pgrep -x etcd)/limits"))
                .contains("4000");
        PlanReport after = look(spec);
        assertThat(after.settled()).isTrue();
        assertThat(after.outcomes())
                .anySatisfy(outcome -> assertThat(outcome.before())
                        .isEqualTo(StepState.leaving(
                                "enabled",
                                List.of(
                                        "/etc/systemd/system/etcd.service.d/limit.conf changes etcd.service, and the cluster "
                                                + "file does not know it: put what it says into the cluster file and delete it, if "
                                                + "it is not to stay"))));
    }

    @Test
    @Order(3)
    void theMemberIsRestartedAgainWhenTheFolderOfWhatWasAddedIsGone() throws Exception {
        ClusterSpec spec = spec(FIRST_THREE, EtcdBinaries.V3_5);
        hosts.run("etcd2", "sh", "-c", "sleep 1; rm -r /etc/systemd/system/etcd.service.d");

        Recorded run = up(spec);

        assertThat(run.changed(RESTART)).as("%s", run).containsExactly("etcd2");
        assertThat(hosts.run("etcd2", "sh", "-c", "grep 'Max open files' /proc/$(pgrep -x etcd)/limits"))
                .doesNotContain("4000");
        assertThat(up(spec).changes()).isZero();
    }

    @Test
    @Order(4)
    void aMemberThatIsTakenOutOfTheFileAloneIsTold() throws Exception {
        ClusterSpec two = spec("etcd1 etcd2", EtcdBinaries.V3_5);

        assertThat(look(two).outcomes())
                .filteredOn(outcome -> outcome.step().title().equals("check members"))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.before())
                        .isEqualTo(StepState.leaving(
                                "",
                                List.of(
                                        "etcd3 is a member, and the cluster file does not name it: put it in again and take "
                                                + "it off by 'cluster down --member etcd3', or, if its host is gone, "
                                                + "'member remove etcd3'"))));
    }

    @Test
    @Order(5)
    void whatAConsoleThatWasKilledOwesIsFoundByTheNext() throws Exception {
        ClusterSpec spec = spec(FIRST_THREE, EtcdBinaries.V3_5);
        hosts.run("etcd2", "sh", "-c", "sleep 1; touch /etc/etcd/etcd.conf.yml");
        Map<String, String> before = processes();

        Recorded run = up(spec);

        assertThat(run.changed(RESTART)).as("%s", run).containsExactly("etcd2");
        assertThat(processes())
                .doesNotContainEntry("etcd2", before.get("etcd2"))
                .containsEntry("etcd1", before.get("etcd1"));
        assertThat(up(spec).changes()).isZero();
    }

    @Test
    @Order(6)
    void aRestartThatWouldCostTheQuorumIsRefusedAndOneOfAMemberThatIsDownIsNot() throws Exception {
        ClusterSpec spec = spec(FIRST_THREE, EtcdBinaries.V3_5);
        hosts.run("etcd3", "systemctl", "stop", "etcd");
        Map<String, String> before = processes();

        assertThatThrownBy(() -> restart(spec, "etcd1"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(
                        "without it there is no quorum: 1 of 3 voters would be healthy, and 2 are needed");
        assertThat(processes()).isEqualTo(before);

        assertThat(restart(spec, "etcd1", "etcd3").changed(RESTART)).containsExactly("etcd3", "etcd1");
        assertThat(state(spec).votes().healthy()).isEqualTo(3);
    }

    @Test
    @Order(7)
    void aNewcomerJoinsWhateverTheRunBreaksOffAtAndNoOtherMemberIsTouched() throws Exception {
        ClusterSpec spec = spec(ALL_FOUR, EtcdBinaries.V3_5);
        Map<String, String> before = processes();
        String configuration = hosts.run("etcd1", "cat", "/etc/etcd/etcd.conf.yml");
        List<String> steps = new ArrayList<>();

        while (brokenOff(spec, steps)) {
            assertThat(steps).hasSizeLessThan(30);
        }

        assertThat(steps)
                .containsSubsequence(
                        "issue certificates",
                        "distribute certificates",
                        "add member",
                        "write node configuration",
                        "write unit",
                        "start member",
                        "promote member")
                .doesNotContain(RESTART);
        assertThat(state(spec).votes().healthy()).isEqualTo(4);
        assertThat(processes()).containsAllEntriesOf(before);
        assertThat(hosts.run("etcd1", "cat", "/etc/etcd/etcd.conf.yml")).isEqualTo(configuration);
        assertThat(hosts.run("etcd4", "cat", "/etc/etcd/etcd.conf.yml")).contains("initial-cluster-state: existing");
        assertThat(namesOnCertificate("etcd1")).contains(hosts.address("etcd4"));
        assertThat(up(spec).changes()).isZero();
    }

    @Test
    @Order(8)
    void aMemberTakenOffComesBackAsANewcomerWithItsOldDataAside() throws Exception {
        ClusterSpec spec = spec(ALL_FOUR, EtcdBinaries.V3_5);
        long id = member(spec, "etcd2").id();
        NodeSpec leaving = spec.member("etcd2").orElseThrow();

        build().down(
                        spec,
                        TestClusters.home(home, spec),
                        new Removal(spec, Optional.of(leaving), false),
                        PlanListener.NONE);
        assertThat(state(spec).votes().voters()).isEqualTo(3);
        Recorded run = up(spec);

        assertThat(run.changed("promote member")).containsExactly("etcd2");
        assertThat(run.changed(RESTART)).as("%s", run).isEmpty();
        assertThat(member(spec, "etcd2").id()).isNotEqualTo(id);
        assertThat(state(spec).votes().healthy()).isEqualTo(4);
        assertThat(hosts.run("etcd2", "sh", "-c", "ls -d /var/lib/etcd.parked-*/member"))
                .contains("/member");
        assertThat(up(spec).changes()).isZero();
    }

    /** Hears what was changed where, in order. */
    private static final class Recorded implements PlanListener {

        private final Map<String, List<String>> changed = new LinkedHashMap<>();
        private final List<String> reasons = new ArrayList<>();

        List<String> changed(String step) {
            return changed.getOrDefault(step, List.of());
        }

        int changes() {
            return changed.values().stream().mapToInt(List::size).sum();
        }

        @Override
        public void stepFinished(StepOutcome outcome) {
            if (outcome.changed()) {
                reasons.add(outcome.step().target() + ", " + outcome.step().title() + ": " + outcome.before());
                changed.computeIfAbsent(outcome.step().title(), _ -> new ArrayList<>())
                        .add(outcome.step().target());
            }
        }

        @Override
        public String toString() {
            return String.join("\n", reasons);
        }
    }

    /** Ends the run as soon as a step has changed something; whether one has. */
    private static boolean brokenOff(ClusterSpec spec, List<String> steps) {
        class BrokenOff extends RuntimeException {
            private static final long serialVersionUID = 1;
        }
        PlanListener breaking = new PlanListener() {
            @Override
            public void stepFinished(StepOutcome outcome) {
                if (outcome.changed()) {
                    steps.add(outcome.step().title());
                    throw new BrokenOff();
                }
            }
        };
        try {
            build().up(spec, TestClusters.home(home, spec), Permission.NONE, breaking);
            return false;
        } catch (BrokenOff e) {
            return true;
        }
    }

    private static ClusterSpec spec(String members, String version) {
        Path binaries = EtcdBinaries.etcd(version).getParent();
        CertificatesSpec usual = CertificatesSpec.DEFAULT;
        ClusterSpec spec = TestClusters.spec("living", hosts, List.of(members.split(" ")));
        EtcdSpec etcd = spec.etcd()
                .withSource(new EtcdSpec.Source.File(binaries))
                .withVersion(dev.quorate.etcd.EtcdVersion.parse(version).orElseThrow());
        CertificatesSpec certificates = new CertificatesSpec(
                IssueMode.SHARED_NAMES,
                usual.authority(),
                usual.sharedName(),
                usual.names(),
                usual.clients(),
                usual.roles(),
                usual.directory());
        return new ClusterSpec(
                spec.name(),
                spec.token(),
                spec.members(),
                etcd,
                spec.configuration(),
                spec.service(),
                certificates,
                spec.ssh(),
                spec.firewall(),
                spec.profile());
    }

    private static ClusterBuild build() {
        return TestClusters.build(home, SshQuestions.nobody());
    }

    private static PlanReport look(ClusterSpec spec) {
        return build().look(spec, TestClusters.home(home, spec), Permission.NONE);
    }

    private static List<String> restarted(PlanReport report) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.step().title().equals(RESTART))
                .map(outcome -> outcome.step().target())
                .toList();
    }

    private static Recorded up(ClusterSpec spec) {
        Recorded recorded = new Recorded();
        build().up(spec, TestClusters.home(home, spec), Permission.NONE, recorded);
        return recorded;
    }

    private static Recorded restart(ClusterSpec spec, String... members) {
        Recorded recorded = new Recorded();
        build().restart(spec, TestClusters.home(home, spec), new Restarting(Set.of(members), false), recorded);
        return recorded;
    }

    private static ClusterState state(ClusterSpec spec) throws InterruptedException {
        try (EtcdClient client = new JetcdClients().connect(build().settings(spec, TestClusters.home(home, spec)))) {
            return (ClusterState) ClusterProbe.look(client, Duration.ofSeconds(10));
        }
    }

    private static String leader(ClusterSpec spec) throws InterruptedException {
        return state(spec).leader().orElseThrow().name();
    }

    private static Member member(ClusterSpec spec, String name) throws InterruptedException {
        return state(spec).members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow()
                .member();
    }

    /** The process of each of the first three members. */
    private static Map<String, String> processes() {
        Map<String, String> processes = new LinkedHashMap<>();
        for (String name : FIRST_THREE.split(" ")) {
            processes.put(
                    name,
                    hosts.run(name, "systemctl", "show", "-p", "MainPID", "--value", "etcd")
                            .strip());
        }
        return processes;
    }

    private static String namesOnCertificate(String host) {
        return hosts.run(host, "openssl", "x509", "-in", "/etc/etcd/pki/etcd.crt", "-noout", "-ext", "subjectAltName");
    }
}
