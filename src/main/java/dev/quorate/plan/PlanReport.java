package dev.quorate.plan;

import java.util.List;

/** What became of a plan that ran to its end, step by step in the order of the plan. */
public record PlanReport(Plan plan, List<StepOutcome> outcomes) {

    public PlanReport {
        outcomes = List.copyOf(outcomes);
    }

    /** How many steps changed something; 0 means that all was as it should be. */
    public long changes() {
        return outcomes.stream().filter(StepOutcome::changed).count();
    }

    /** Whether a step found what is not as it should be and left it to the operator. */
    public boolean differs() {
        return outcomes.stream().anyMatch(outcome -> outcome.before() instanceof StepState.Done done && done.differs());
    }

    /** Whether no step has anything to do, or had and did it. */
    public boolean settled() {
        return outcomes.stream().allMatch(outcome -> outcome.changed() || outcome.before() instanceof StepState.Done);
    }
}
