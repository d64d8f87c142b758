package dev.quorate.plan;

import java.util.Optional;

/**
 * A step that can be made only of what an earlier one brings about.
 *
 * @param earlier the title of that one
 * @param making makes the step anew for each look; nothing where it is too early
 */
public record Deferred(String title, String target, String earlier, Making making) implements Step {

    /** Makes a step, if it can be made already. */
    @FunctionalInterface
    public interface Making {
        Optional<? extends Step> make() throws InterruptedException;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        Optional<? extends Step> step = making.make();
        return step.isPresent() ? step.get().inspect() : StepState.unknownUntil(earlier);
    }

    @Override
    public void apply() throws InterruptedException {
        Optional<? extends Step> step = making.make();
        step.orElseThrow(() -> new IllegalStateException(title + " came before " + earlier))
                .apply();
    }
}
