package dev.quorate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlanRunnerTest {

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final PlanRunner runner = new PlanRunner(Clock.systemUTC(), 2);

    @Test
    void leavesAloneWhatIsDone() {
        PlanReport report = runner.run(plan(Stage.of(step("a", StepState.done()))), PlanListener.NONE);

        assertThat(events).containsExactly("look a");
        assertThat(report.changes()).isZero();
        assertThat(report.settled()).isTrue();
    }

    @Test
    void looksAgainAfterAChange() {
        Step step = step("a", StepState.needed("is missing"), StepState.done());

        PlanReport report = runner.run(plan(Stage.of(step)), PlanListener.NONE);

        assertThat(events).containsExactly("look a", "change a", "look a");
        assertThat(report.changes()).isEqualTo(1);
    }

    @Test
    void stepsOfAStageThatWaitForEachOtherGoInTheOrderOfTheirTurns() {
        Step last = new RecordedStep("a", events, StepState.done()).turn(1);
        Step first = step("b", StepState.done());
        Step second = step("c", StepState.done());

        runner.run(
                plan(new Stage("set the stone", Stage.Order.ONE_BY_ONE, List.of(last, first, second))),
                PlanListener.NONE);

        assertThat(events).containsExactly("look b", "look c", "look a");
    }

    @Test
    void failsWhenAChangeChangedNothing() {
        Step step = step("a", StepState.needed("is missing"), StepState.needed("is missing"));

        assertThatThrownBy(() -> runner.run(plan(Stage.of(step)), PlanListener.NONE))
                .isInstanceOf(OperatorException.class)
                .hasMessage("cannot set the stone on a: still to be done afterwards: is missing");
    }

    @Test
    void stopsAfterTheStageThatFailedAndTellsHowToGoOn() {
        Plan plan = plan(
                Stage.of(step("a", StepState.blocked("the stone is glued", "call the mason"))),
                Stage.of(step("b", StepState.done())));

        OperatorException thrown =
                catchThrowableOfType(OperatorException.class, () -> runner.run(plan, PlanListener.NONE));

        assertThat(events).containsExactly("look a");
        assertThat(thrown.failure().what())
                .isEqualTo("moving stones stopped: cannot set the stone on a: the stone is glued");
        assertThat(thrown.failure().hint()).isEqualTo("call the mason; then push again to go on from there");
    }

    @Test
    void letsTheOthersOfAParallelStageFinishAndNamesAllThatFailed() {
        Stage stage = new Stage(
                "set the stones",
                Stage.Order.PARALLEL,
                List.of(
                        step("a", StepState.blocked("glued", "call the mason")),
                        step("b", StepState.needed("missing"), StepState.done()),
                        step("c", StepState.blocked("glued", "call the mason"))));

        assertThatThrownBy(() -> runner.run(plan(stage), PlanListener.NONE))
                .hasMessage("cannot set the stones on a: glued\n  and on c: glued");
        assertThat(events).contains("change b", "look c");
    }

    @Test
    void takesTargetsOneByOneUntilTheFirstFails() {
        Stage stage = new Stage(
                "set the stones",
                Stage.Order.ONE_BY_ONE,
                List.of(step("a", StepState.blocked("glued", "call")), step("b", StepState.done())));

        assertThatThrownBy(() -> runner.run(plan(stage), PlanListener.NONE)).isInstanceOf(OperatorException.class);
        assertThat(events).containsExactly("look a");
    }

    @Test
    void whatAStepLeavesToTheOperatorIsADifferenceAndAMereWarningIsNone() {
        PlanReport warned =
                runner.preview(plan(Stage.of(step("a", StepState.done("", List.of("it is late"))))), PlanListener.NONE);
        PlanReport left = runner.preview(
                plan(Stage.of(step("a", StepState.leaving("", List.of("it wears moss"))))), PlanListener.NONE);

        assertThat(warned.differs()).isFalse();
        assertThat(left.differs()).isTrue();
        assertThat(left.settled()).isTrue();
    }

    @Test
    void whatAPreviewCannotLookAtWaitsForTheEarlierStepThatMayMendIt() {
        Plan mendable = plan(Stage.of(step("a", StepState.needed("is broken"))), Stage.of(new Blind(ExitCode.ERROR)));
        Plan hopeless = plan(Stage.of(step("a", StepState.done())), Stage.of(new Blind(ExitCode.ERROR)));
        Plan interrupted =
                plan(Stage.of(step("a", StepState.needed("is broken"))), Stage.of(new Blind(ExitCode.INTERRUPTED)));

        assertThat(runner.preview(mendable, PlanListener.NONE)
                        .outcomes()
                        .getLast()
                        .before())
                .isEqualTo(StepState.unknownUntil("set the stone"));
        assertThatThrownBy(() -> runner.preview(hopeless, PlanListener.NONE)).hasMessageContaining("it is dark");
        assertThatThrownBy(() -> runner.preview(interrupted, PlanListener.NONE)).hasMessageContaining("it is dark");
    }

    @Test
    void aPreviewThatIsBlockedStoppedNothingThatCouldGoOn() {
        Plan plan = plan(
                Stage.of(step("a", StepState.blocked("the stone is glued", "call the mason"))),
                Stage.of(step("b", StepState.done())));

        OperatorException thrown =
                catchThrowableOfType(OperatorException.class, () -> runner.preview(plan, PlanListener.NONE));

        assertThat(thrown.failure().what()).isEqualTo("cannot set the stone on a: the stone is glued");
        assertThat(thrown.failure().hint()).isEqualTo("call the mason");
    }

    @Test
    void aPreviewOnlyLooks() {
        Plan plan = plan(
                Stage.of(step("a", StepState.needed("is missing"))), Stage.of(step("b", StepState.unknownUntil("a"))));

        PlanReport report = runner.preview(plan, PlanListener.NONE);

        assertThat(events).containsExactly("look a", "look b");
        assertThat(report.settled()).isFalse();
        assertThat(report.changes()).isZero();
    }

    @Test
    void refusesToGuessWhatAnEarlierStepShouldHaveTold() {
        Step step = step("a", StepState.unknownUntil("find the stone"));

        assertThatThrownBy(() -> runner.run(plan(Stage.of(step)), PlanListener.NONE))
                .hasMessageContaining("still unknown after: find the stone");
        assertThat(events).containsExactly("look a");
    }

    @Test
    void keepsToTheWidth() throws Exception {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier pair = new CyclicBarrier(2);
        List<String> targets = List.of("a", "b", "c", "d", "e", "f");
        Stage stage = Stage.parallel(targets, target -> new Busy(target, busy, most, pair));

        runner.run(plan(stage), PlanListener.NONE);

        assertThat(most).hasValue(2);
    }

    @Test
    void anInterruptionReachesEveryStepAndIsReported() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        Stage stage = Stage.parallel(List.of("a", "b"), target -> new Endless(target, begun, events));
        List<OperatorException> thrown = new ArrayList<>();
        Thread operator = Thread.ofPlatform()
                .start(() -> thrown.add(catchThrowableOfType(
                        OperatorException.class, () -> runner.run(plan(stage), PlanListener.NONE))));

        begun.await();
        operator.interrupt();
        operator.join();

        assertThat(events).containsExactlyInAnyOrder("interrupted a", "interrupted b");
        assertThat(thrown.getFirst().failure().exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(thrown.getFirst()).hasMessage("moving stones was interrupted while it was to wait for ever");
    }

    @Test
    void aFaultOfTheProgramIsNotDressedUp() {
        Step broken = new Step() {
            @Override
            public String title() {
                return "break";
            }

            @Override
            public String target() {
                return "a";
            }

            @Override
            public StepState inspect() {
                throw new IllegalStateException("a preview tried to write");
            }

            @Override
            public void apply() {}
        };

        assertThatThrownBy(() -> runner.preview(plan(Stage.parallel(List.of("a"), a -> broken)), PlanListener.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a preview tried to write");
    }

    private Step step(String target, StepState... findings) {
        return new RecordedStep(target, events, findings);
    }

    private static Plan plan(Stage... stages) {
        return new Plan("moving stones", "push again", List.of(stages));
    }

    /** Is busy until another is, too, and for an instant more, in which a third would be seen. */
    private record Busy(String target, AtomicInteger busy, AtomicInteger most, CyclicBarrier pair) implements Step {

        @Override
        public String title() {
            return "be busy";
        }

        private void meet() throws InterruptedException {
            try {
                pair.await(20, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("nobody else is busy", e);
            }
        }

        @Override
        public StepState inspect() throws InterruptedException {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            meet();
            Thread.sleep(30);
            busy.decrementAndGet();
            return StepState.done();
        }

        @Override
        public void apply() {}
    }

    private record Blind(ExitCode exitCode) implements Step {

        @Override
        public String title() {
            return "see the stone";
        }

        @Override
        public String target() {
            return "b";
        }

        @Override
        public StepState inspect() {
            throw OperatorException.of(exitCode, "it is dark");
        }

        @Override
        public void apply() {}
    }

    private record Endless(String target, CountDownLatch begun, List<String> events) implements Step {

        @Override
        public String title() {
            return "wait for ever";
        }

        @Override
        public StepState inspect() throws InterruptedException {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return StepState.done();
            } catch (InterruptedException e) {
                events.add("interrupted " + target);
                throw e;
            }
        }

        @Override
        public void apply() {}
    }
}
