package dev.quorate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanLogTest {

    private final List<String> lines = new ArrayList<>();
    private final PlanRunner runner = new PlanRunner(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 4);

    @Test
    void tellsWhatWasChangedAndNothingElse() {
        runner.run(
                plan(
                        Stage.of(step("a", StepState.done())),
                        new Stage(
                                "set the stones",
                                Stage.Order.ONE_BY_ONE,
                                List.of(
                                        step("b", StepState.needed("is missing"), StepState.done()),
                                        step("c", StepState.done()),
                                        step("d", StepState.needed("is missing"), StepState.done())))),
                new PlanLog(lines::add));

        assertThat(lines)
                .containsExactly(
                        "set the stones: b, d (0.0 s)", "moving stones: done, 2 steps changed something (0.0 s)");
    }

    @Test
    void saysWhenThereWasNothingToDo() {
        runner.run(plan(Stage.of(step("a", StepState.done()))), new PlanLog(lines::add));

        assertThat(lines).containsExactly("moving stones: all is as it should be, nothing was changed");
    }

    @Test
    void doesNotCallAllAsItShouldBeWhereAStepLeftSomethingToTheOperator() {
        runner.run(
                plan(Stage.of(step("a", StepState.leaving("there", List.of("it wears moss"))))),
                new PlanLog(lines::add));

        assertThat(lines)
                .containsExactly(
                        "warning: a: it wears moss",
                        "moving stones: nothing was changed; what the warnings tell of is left to you");
    }

    @Test
    void showsWhatWouldBeChanged() {
        runner.preview(
                plan(
                        Stage.of(step("a", StepState.needed("is different", List.of("- old", "+ new")))),
                        Stage.of(step("b", StepState.unknownUntil("find the stone")))),
                new PlanLog(lines::add));

        assertThat(lines)
                .containsExactly(
                        "would set the stone on a: is different",
                        "    - old",
                        "    + new",
                        "would set the stone on b: known only after 'find the stone'",
                        "moving stones: nothing was changed, this was a look");
    }

    private static Step step(String target, StepState... findings) {
        return new RecordedStep(target, new ArrayList<>(), findings);
    }

    private static Plan plan(Stage... stages) {
        return new Plan("moving stones", "push again", List.of(stages));
    }
}
