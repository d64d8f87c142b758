package dev.quorate.provision;

import dev.quorate.plan.Observed;
import dev.quorate.plan.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Earlier steps that are still to change what a running member was started with. Only a preview meets such steps. */
public record AwaitedChanges(Node node, List<Change> changes) implements RestartCause {

    /**
     * @param reason as it is told: {@code its unit changes}
     * @param counts whether a change the step tells of is one that matters to a running member
     */
    public record Change(Observed step, String reason, Predicate<String> counts) {

        private boolean awaited() {
            return step.last() instanceof StepState.Needed(String why, List<String> changes)
                    && changes.stream().anyMatch(counts);
        }
    }

    public AwaitedChanges {
        changes = List.copyOf(changes);
    }

    @Override
    public StepState look() throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (Change change : changes) {
            if (change.awaited()) {
                reasons.add(change.reason());
            }
        }
        StepState state = reasons.isEmpty() ? unknown() : StepState.needed(String.join("; ", reasons));
        return state instanceof StepState.Done || alive() ? state : StepState.done();
    }

    private StepState unknown() {
        return changes.stream()
                .map(change -> change.step().last())
                .filter(StepState.UnknownUntil.class::isInstance)
                .findFirst()
                .orElseGet(StepState::done);
    }

    private boolean alive() throws InterruptedException {
        return node.host().services().status(node.service()).alive();
    }
}
