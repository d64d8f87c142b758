package dev.quorate.plan;

import java.time.Duration;
import java.util.List;

/** Lets the threads of a parallel stage speak to a listener one at a time. */
final class OneAtATime implements PlanListener {

    private final PlanListener listener;

    OneAtATime(PlanListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void planStarted(Plan plan) {
        listener.planStarted(plan);
    }

    @Override
    public synchronized void stageStarted(Stage stage) {
        listener.stageStarted(stage);
    }

    @Override
    public synchronized void stepInspected(Step step, StepState state) {
        listener.stepInspected(step, state);
    }

    @Override
    public synchronized void stepApplying(Step step) {
        listener.stepApplying(step);
    }

    @Override
    public synchronized void stepFinished(StepOutcome outcome) {
        listener.stepFinished(outcome);
    }

    @Override
    public synchronized void stageFinished(Stage stage, List<StepOutcome> outcomes, Duration took) {
        listener.stageFinished(stage, outcomes, took);
    }

    @Override
    public synchronized void planFinished(PlanReport report, Duration took) {
        listener.planFinished(report, took);
    }
}
