package dev.quorate.plan;

import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words the failure of a stage: which stage, each target that failed and why, and how to go on where something was begun. */
final class StageFailure {

    private StageFailure() {}

    /** In a preview, after which there is nothing to go on with. */
    static Optional<OperatorException> ofLook(Plan plan, Stage stage, List<StepOutcome> outcomes) {
        Plan alone = new Plan(plan.name(), plan.goOn(), List.of(stage));
        return of(alone, stage, outcomes);
    }

    static Optional<OperatorException> of(Plan plan, Stage stage, List<StepOutcome> outcomes) {
        List<StepOutcome> failed = outcomes.stream()
                .filter(outcome -> outcome.failure().isPresent())
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        OperatorException first = failed.getFirst().failure().orElseThrow();
        Failure failure = new Failure(
                what(plan, stage, failed), hint(plan, failed), first.failure().exitCode());
        return Optional.of(new OperatorException(failure, first));
    }

    private static String what(Plan plan, Stage stage, List<StepOutcome> failed) {
        String what = "cannot %s on %s".formatted(stage.title(), reasons(failed));
        return plan.stages().size() == 1 ? what : plan.name() + " stopped: " + what;
    }

    private static String reasons(List<StepOutcome> failed) {
        return failed.stream()
                .map(outcome ->
                        outcome.step().target() + ": " + failureOf(outcome).what())
                .collect(Collectors.joining("\n  and on "));
    }

    private static String hint(Plan plan, List<StepOutcome> failed) {
        Set<String> remedies = new LinkedHashSet<>();
        for (StepOutcome outcome : failed) {
            @Nullable String remedy = failureOf(outcome).hint();
            if (remedy != null) {
                remedies.add(remedy);
            }
        }
        if (plan.stages().size() > 1 || remedies.isEmpty()) {
            remedies.add(plan.goOn() + " to go on from there");
        }
        return String.join("; then ", remedies);
    }

    private static Failure failureOf(StepOutcome outcome) {
        return outcome.failure().orElseThrow().failure();
    }
}
