package dev.quorate.plan;

import dev.quorate.thread.Daemons;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * Tells of a plan as it goes on: a line for each target as soon as something was changed there, and now and then who is still
 * at work. Closing ends that.
 */
public final class PlanProgress implements PlanListener, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Consumer<String> lines;
    private final PlanLog summary;

    private final AtWork atWork;
    private final ExecutorService looking;

    public PlanProgress(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.summary = new PlanLog(lines);
        this.atWork = new AtWork(clock);
        this.looking = Daemons.every(LOOK_EVERY, "progress", this::look);
    }

    void look() {
        atWork.due().ifPresent(lines);
    }

    @Override
    public void stepApplying(Step step) {
        atWork.began(step);
    }

    @Override
    public void stepFinished(StepOutcome outcome) {
        atWork.ended(outcome.step());
        if (outcome.changed()) {
            tell(outcome, "done");
        } else if (outcome.failure().isPresent()) {
            tell(outcome, "failed");
        }
        if (outcome.before() instanceof StepState.Done(String found, List<String> warnings, boolean differs)) {
            warnings.forEach(
                    warning -> lines.accept("warning: " + outcome.step().target() + ": " + warning));
        }
    }

    private void tell(StepOutcome outcome, String end) {
        String step =
                "%s on %s".formatted(outcome.step().title(), outcome.step().target());
        lines.accept("%s: %s (%s)".formatted(step, end, seconds(outcome.took())));
    }

    @Override
    public void planFinished(PlanReport report, Duration took) {
        summary.planFinished(report, took);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
