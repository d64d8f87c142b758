package dev.quorate.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells of a plan as it goes on: a line for each target as soon as something was changed there. */
public final class PlanProgress implements PlanListener {

    private final Consumer<String> lines;
    private final PlanLog summary;

    public PlanProgress(Consumer<String> lines) {
        this.lines = lines;
        this.summary = new PlanLog(lines);
    }

    @Override
    public void stepFinished(StepOutcome outcome) {
        if (outcome.changed()) {
            tell(outcome, "done");
        } else if (outcome.failure().isPresent()) {
            tell(outcome, "failed");
        }
        if (outcome.before() instanceof StepState.Done(String found, List<String> warnings)) {
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

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
