package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.StepOutcome;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host loses its network at every step boundary of {@code cluster up}, of bare hosts and of members that are to run another
 * etcd; running it again goes on where it was.
 */
class CutOffE2E {

    private static final int MOST_RUNS = 60;
    private static final Set<String> STEPS = Set.of(
            "install binaries",
            "create user",
            "prepare directories",
            "distribute certificates",
            "write node configuration",
            "write unit",
            "start member");

    @TempDir
    private static Path home;

    private static TestHosts hosts;

    @BeforeAll
    static void boot() {
        hosts = TestHosts.fresh(3);
    }

    @Test
    void converges() {
        assertThat(cutUntilDone(EtcdBinaries.V3_5_OLD)).containsAll(STEPS);
        assertThat(up(EtcdBinaries.V3_5_OLD, PlanListener.NONE).changes()).isZero();

        assertThat(cutUntilDone(EtcdBinaries.V3_5)).contains("install binaries", "restart member");
        assertThat(up(EtcdBinaries.V3_5, PlanListener.NONE).changes()).isZero();
    }

    /** After which steps a host was cut off before a run came to its end. */
    private static Set<String> cutUntilDone(String version) {
        Set<String> cutAfter = new TreeSet<>();
        int runs = 0;
        while (!runsThrough(version, cutAfter)) {
            runs++;
            assertThat(runs).as("runs that were cut off").isLessThan(MOST_RUNS);
        }
        return cutAfter;
    }

    /** Cuts the first host that has changed something off as soon as it has. */
    private static boolean runsThrough(String version, Set<String> cutAfter) {
        Cutting cutting = new Cutting();
        try {
            up(version, cutting);
            cutting.step.ifPresent(cutAfter::add);
            return cutting.host.isEmpty();
        } catch (OperatorException e) {
            cutting.step.ifPresent(cutAfter::add);
            return false;
        } finally {
            cutting.host.ifPresent(hosts::mend);
        }
    }

    private static final class Cutting implements PlanListener {

        private Optional<String> host = Optional.empty();
        private Optional<String> step = Optional.empty();

        @Override
        public void stepFinished(StepOutcome outcome) {
            String target = outcome.step().target();
            if (outcome.changed() && host.isEmpty() && hosts.names().contains(target)) {
                hosts.cut(target);
                host = Optional.of(target);
                step = Optional.of(outcome.step().title());
            }
        }
    }

    private static PlanReport up(String version, PlanListener listener) {
        ClusterSpec spec = TestClusters.spec("cut", hosts);
        ClusterSpec wanted = spec.withEtcd(spec.etcd()
                .withSource(new EtcdSpec.Source.File(EtcdBinaries.etcd(version).getParent()))
                .withVersion(EtcdVersion.parse(version).orElseThrow()));
        return TestClusters.build(home, SshQuestions.nobody())
                .up(wanted, TestClusters.home(home, wanted), Permission.NONE, listener);
    }
}
