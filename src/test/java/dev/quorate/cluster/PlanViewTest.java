package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.plan.Plan;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.PlanRunner;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanViewTest {

    private record Found(String title, String target, StepState state) implements Step {
        @Override
        public StepState inspect() {
            return state;
        }

        @Override
        public void apply() {
            throw new AssertionError("a preview only looks");
        }
    }

    @Test
    void whatIsToBeDoneAlikeIsToldOnce() {
        StepState missing = StepState.needed("it is missing", List.of("+ line"));

        assertThat(lines(
                        new Found("write unit", "etcd1", missing),
                        new Found("write unit", "etcd2", missing),
                        new Found("write unit", "etcd3", StepState.done()),
                        new Found("start member", "etcd1", StepState.unknownUntil("write unit"))))
                .containsExactly(
                        "write unit on etcd1, etcd2: it is missing",
                        "    + line",
                        "start member on etcd1: known only after 'write unit'",
                        "3 to do, 1 done already");
    }

    @Test
    void aTargetThatComesTwiceInTheSameWayIsNamedOnce() {
        StepState later = StepState.unknownUntil("start member");

        assertThat(lines(new Found("await healthy", "prod", later), new Found("await healthy", "prod", later)))
                .containsExactly("await healthy on prod: known only after 'start member'", "2 to do, 0 done already");
    }

    @Test
    void saysThatNothingIsToBeDone() {
        assertThat(lines(new Found("write unit", "etcd1", StepState.done())))
                .containsExactly("all is as it should be, nothing would be changed");
    }

    @Test
    void tellsWhatIsWorthAWarningThoughNothingIsToBeDone() {
        assertThat(lines(new Found("check members", "prod", StepState.done("", List.of("etcd4 is not in the file")))))
                .containsExactly("warning: prod: etcd4 is not in the file", "nothing would be changed");
    }

    private static List<String> lines(Step... steps) {
        Plan plan =
                new Plan("cluster up", "run it again", List.of(new Stage("all", Stage.Order.PARALLEL, List.of(steps))));
        PlanReport report = new PlanRunner(Clock.systemUTC(), 4).preview(plan, PlanListener.NONE);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new PlanView(report).lines(bytes -> lines.writeBytes(bytes));
        return lines.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
