package dev.quorate.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells of a plan line by line: what was changed, or would be; what is as it should be goes without saying. */
public final class PlanLog implements PlanListener {

    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final Consumer<String> lines;

    public PlanLog(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void stageFinished(Stage stage, List<StepOutcome> outcomes, Duration took) {
        List<String> changed = outcomes.stream()
                .filter(StepOutcome::changed)
                .map(outcome -> outcome.step().target())
                .toList();
        if (!changed.isEmpty()) {
            lines.accept("%s: %s (%s)".formatted(stage.title(), String.join(", ", changed), seconds(took)));
        } else if (took.compareTo(WORTH_TELLING) > 0) {
            lines.accept("%s: nothing to do (%s)".formatted(stage.title(), seconds(took)));
        }
        outcomes.stream().filter(PlanLog::open).forEach(this::tellOpen);
    }

    private static boolean open(StepOutcome outcome) {
        return !outcome.changed() && outcome.failure().isEmpty();
    }

    private void tellOpen(StepOutcome outcome) {
        String what = outcome.step().title() + " on " + outcome.step().target();
        switch (outcome.before()) {
            case StepState.Done(String found, List<String> warnings, boolean differs) ->
                warnings.forEach(
                        warning -> lines.accept("warning: " + outcome.step().target() + ": " + warning));
            case StepState.Needed(String why, List<String> changes) -> {
                lines.accept("would " + what + ": " + why);
                changes.forEach(change -> lines.accept("    " + change));
            }
            case StepState.UnknownUntil(String earlier) ->
                lines.accept("would " + what + ": known only after '" + earlier + "'");
            case StepState.Blocked(String reason, String remedy) -> lines.accept("cannot " + what + ": " + reason);
        }
    }

    @Override
    public void planFinished(PlanReport report, Duration took) {
        String name = report.plan().name();
        if (report.changes() > 0) {
            lines.accept("%s: done, %s (%s)".formatted(name, steps(report.changes()), seconds(took)));
        } else if (report.differs()) {
            lines.accept(name + ": nothing was changed; what the warnings tell of is left to you");
        } else if (report.settled()) {
            lines.accept(name + ": all is as it should be, nothing was changed");
        } else {
            lines.accept(name + ": nothing was changed, this was a look");
        }
    }

    private static String steps(long count) {
        return count == 1 ? "1 step changed something" : count + " steps changed something";
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
