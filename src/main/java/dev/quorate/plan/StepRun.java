package dev.quorate.plan;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One step on its way through a plan. */
final class StepRun {

    private final Step step;
    private final PlanListener listener;
    private final Clock clock;
    private Instant start;

    StepRun(Step step, PlanListener listener, Clock clock) {
        this.step = step;
        this.listener = listener;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Looks, changes if needed, looks again. */
    StepOutcome make() throws InterruptedException {
        start = clock.instant();
        return finish(takeTo(this::applied));
    }

    /**
     * Only looks.
     *
     * @param awaited an earlier step with something to do: then one that cannot look waits for that
     */
    StepOutcome look(Optional<String> awaited) throws InterruptedException {
        start = clock.instant();
        StepOutcome outcome = takeTo(state -> StepOutcome.unchanged(step, state, took()));
        if (awaited.isPresent() && couldNotLook(outcome)) {
            return finish(StepOutcome.unchanged(step, StepState.unknownUntil(awaited.get()), took()));
        }
        return finish(outcome);
    }

    private static boolean couldNotLook(StepOutcome outcome) {
        return outcome.before() instanceof StepState.UnknownUntil
                && outcome.failure()
                        .filter(failure -> failure.failure().exitCode() != ExitCode.INTERRUPTED)
                        .isPresent();
    }

    /** A step that cannot tell its turn is told of when it is looked at. */
    int turn() throws InterruptedException {
        try {
            return step.turn();
        } catch (OperatorException e) {
            return 0;
        }
    }

    /** What is done about a step that has something to do or cannot know yet. */
    @FunctionalInterface
    private interface Answer {
        StepOutcome to(StepState open) throws InterruptedException;
    }

    private StepOutcome takeTo(Answer answer) throws InterruptedException {
        StepState found = StepState.unknownUntil(step.title());
        try {
            found = step.inspect();
            listener.stepInspected(step, found);
            return switch (found) {
                case StepState.Done done -> StepOutcome.unchanged(step, done, took());
                case StepState.Needed needed -> answer.to(needed);
                case StepState.UnknownUntil unknown -> answer.to(unknown);
                case StepState.Blocked blocked -> failed(found, refused(blocked));
            };
        } catch (OperatorException e) {
            return failed(found, e);
        }
    }

    private StepOutcome applied(StepState open) throws InterruptedException {
        if (open instanceof StepState.UnknownUntil(String earlier)) {
            return failed(open, OperatorException.of(ExitCode.ERROR, "still unknown after: " + earlier));
        }
        listener.stepApplying(step);
        step.apply();
        return switch (step.inspect()) {
            case StepState.Done done when step.changes() -> StepOutcome.changed(step, open, took());
            case StepState.Done done -> StepOutcome.unchanged(step, done, took());
            case StepState.Needed(String why, var changes) ->
                failed(open, OperatorException.of(ExitCode.ERROR, "still to be done afterwards: " + why));
            case StepState.UnknownUntil(String earlier) ->
                failed(open, OperatorException.of(ExitCode.ERROR, "unknown afterwards, until: " + earlier));
            case StepState.Blocked blocked -> failed(open, refused(blocked));
        };
    }

    private StepOutcome finish(StepOutcome outcome) {
        listener.stepFinished(outcome);
        return outcome;
    }

    private StepOutcome failed(StepState found, OperatorException failure) {
        return StepOutcome.failed(step, found, failure, took());
    }

    private static OperatorException refused(StepState.Blocked blocked) {
        return OperatorException.of(ExitCode.ERROR, blocked.reason(), blocked.remedy());
    }

    private Duration took() {
        return Duration.between(start, clock.instant());
    }
}
