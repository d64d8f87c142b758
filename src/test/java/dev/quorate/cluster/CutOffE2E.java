package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.StepOutcome;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host loses its network at every step boundary of {@code cluster up}; running it again goes on where it was. */
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
        Set<String> cutAfter = new TreeSet<>();

        int runs = 0;
        while (!runsThrough(cutAfter)) {
            runs++;
            assertThat(runs).as("runs that were cut off").isLessThan(MOST_RUNS);
        }

        assertThat(cutAfter).containsAll(STEPS);
        assertThat(up(PlanListener.NONE).changes()).isZero();
    }

    /** Cuts the first host that has changed something off as soon as it has. */
    private static boolean runsThrough(Set<String> cutAfter) {
        Cutting cutting = new Cutting();
        try {
            up(cutting);
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

    private static PlanReport up(PlanListener listener) {
        ClusterSpec spec = TestClusters.spec("cut", hosts);
        return TestClusters.build(home, SshQuestions.nobody())
                .up(spec, TestClusters.home(home, spec), Permission.NONE, listener);
    }
}
