package dev.quorate.plan;

import dev.quorate.failure.OperatorException;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one step.
 *
 * @param before what it found at first
 * @param changed whether it was applied
 * @param failure why it is not done; empty for a step that is done, and for one that was only looked at
 */
public record StepOutcome(
        Step step, StepState before, boolean changed, Optional<OperatorException> failure, Duration took) {

    static StepOutcome unchanged(Step step, StepState state, Duration took) {
        return new StepOutcome(step, state, false, Optional.empty(), took);
    }

    static StepOutcome changed(Step step, StepState before, Duration took) {
        return new StepOutcome(step, before, true, Optional.empty(), took);
    }

    static StepOutcome failed(Step step, StepState before, OperatorException failure, Duration took) {
        return new StepOutcome(step, before, false, Optional.of(failure), took);
    }
}
