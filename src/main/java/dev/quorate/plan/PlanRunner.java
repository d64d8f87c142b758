package dev.quorate.plan;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Takes a plan stage by stage: looks, changes where needed, looks again. Stops after the first stage with a failed step;
 * the other steps of that stage come to their end first.
 */
public final class PlanRunner {

    private final Clock clock;
    private final FanOut fanOut;

    /** @param width how many steps of a parallel stage run at a time */
    public PlanRunner(Clock clock, int width) {
        this.clock = clock;
        this.fanOut = new FanOut(width);
    }

    /**
     * Makes everything so.
     *
     * @throws OperatorException naming the stage and the targets that failed, and how to go on; of
     *     {@link ExitCode#INTERRUPTED} if the thread was interrupted
     */
    public PlanReport run(Plan plan, PlanListener listener) {
        return take(plan, new OneAtATime(listener), _ -> StepRun::make, StageFailure::of);
    }

    /**
     * Only looks, as far as looking goes: it ends after the first stage that is blocked. A step that cannot look where an
     * earlier one has something to do may well be able to once that is done.
     *
     * @throws OperatorException as {@link #run} would where a step is blocked, or cannot look and waits for no other
     */
    public PlanReport preview(Plan plan, PlanListener listener) {
        return take(
                plan,
                new OneAtATime(listener),
                earlier -> {
                    Optional<String> awaited = lastOpen(earlier);
                    return run -> run.look(awaited);
                },
                StageFailure::ofLook);
    }

    private static Optional<String> lastOpen(List<StepOutcome> outcomes) {
        return outcomes.reversed().stream()
                .filter(outcome -> outcome.before() instanceof StepState.Needed)
                .map(outcome -> outcome.step().title())
                .findFirst();
    }

    /** How the failure of a stage is told. */
    @FunctionalInterface
    private interface Wording {
        Optional<OperatorException> of(Plan plan, Stage stage, List<StepOutcome> outcomes);
    }

    private PlanReport take(
            Plan plan,
            PlanListener listener,
            Function<List<StepOutcome>, FanOut.Work<StepRun, StepOutcome>> workAfter,
            Wording wording) {
        Instant start = clock.instant();
        listener.planStarted(plan);
        List<StepOutcome> outcomes = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            List<StepOutcome> taken = takeStage(plan, stage, listener, workAfter.apply(outcomes));
            wording.of(plan, stage, taken).ifPresent(failure -> {
                throw failure;
            });
            outcomes.addAll(taken);
        }
        PlanReport report = new PlanReport(plan, outcomes);
        listener.planFinished(report, Duration.between(start, clock.instant()));
        return report;
    }

    private List<StepOutcome> takeStage(
            Plan plan, Stage stage, PlanListener listener, FanOut.Work<StepRun, StepOutcome> work) {
        Instant start = clock.instant();
        listener.stageStarted(stage);
        List<StepOutcome> outcomes;
        try {
            outcomes = outcomesOf(stage, listener, work);
        } catch (InterruptedException e) {
            throw interrupted(plan, stage, e);
        }
        listener.stageFinished(stage, outcomes, Duration.between(start, clock.instant()));
        return outcomes;
    }

    private List<StepOutcome> outcomesOf(Stage stage, PlanListener listener, FanOut.Work<StepRun, StepOutcome> work)
            throws InterruptedException {
        List<StepRun> runs = stage.steps().stream()
                .map(step -> new StepRun(step, listener, clock))
                .toList();
        return switch (stage.order()) {
            case PARALLEL -> fanOut.all(runs, work);
            case ONE_BY_ONE -> oneByOne(inTurn(runs), work);
        };
    }

    private List<StepRun> inTurn(List<StepRun> runs) throws InterruptedException {
        if (runs.size() == 1) {
            return runs;
        }
        List<Integer> turns = fanOut.all(runs, StepRun::turn);
        return IntStream.range(0, runs.size())
                .boxed()
                .sorted(Comparator.comparing(turns::get))
                .map(runs::get)
                .toList();
    }

    private static List<StepOutcome> oneByOne(List<StepRun> runs, FanOut.Work<StepRun, StepOutcome> work)
            throws InterruptedException {
        List<StepOutcome> outcomes = new ArrayList<>();
        for (StepRun run : runs) {
            StepOutcome outcome = work.on(run);
            outcomes.add(outcome);
            if (outcome.failure().isPresent()) {
                break;
            }
        }
        return outcomes;
    }

    private static OperatorException interrupted(Plan plan, Stage stage, InterruptedException cause) {
        String what = "%s was interrupted while it was to %s".formatted(plan.name(), stage.title());
        return new OperatorException(new Failure(what, plan.goOn() + " to go on", ExitCode.INTERRUPTED), cause);
    }
}
