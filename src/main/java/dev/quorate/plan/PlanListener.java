package dev.quorate.plan;

import java.time.Duration;
import java.util.List;

/**
 * Hears what happens to a plan, in words of the domain. Steps of a parallel stage report from their own threads, but never
 * two at once: implementations need no lock.
 */
public interface PlanListener {

    PlanListener NONE = new PlanListener() {};

    default void planStarted(Plan plan) {}

    default void stageStarted(Stage stage) {}

    /** The step looked; whatever it found, nothing has been changed yet. */
    default void stepInspected(Step step, StepState state) {}

    /** The step begins to change things. */
    default void stepApplying(Step step) {}

    default void stepFinished(StepOutcome outcome) {}

    /** All its steps are done, or one has failed. */
    default void stageFinished(Stage stage, List<StepOutcome> outcomes, Duration took) {}

    /** The plan ran to its end. One that fails or is interrupted ends with its last stage. */
    default void planFinished(PlanReport report, Duration took) {}
}
