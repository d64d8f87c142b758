package dev.quorate.plan;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Steps that belong together: the same one for several targets, as a rule. A stage begins when the one before it is done.
 *
 * @param title what it does; that of its steps where they have the same
 * @param order whether its steps wait for each other
 */
public record Stage(String title, Order order, List<? extends Step> steps) {

    /** How the steps of a stage follow each other. */
    public enum Order {
        /** All at once; one that fails does not stop the others. */
        PARALLEL,
        /** Each after the one before it is done, in the order of their turns; the first that fails is the last. */
        ONE_BY_ONE
    }

    public Stage {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("stage without steps: " + title);
        }
    }

    public static Stage of(Step step) {
        return new Stage(step.title(), Order.ONE_BY_ONE, List.of(step));
    }

    /** The step that {@code stepFor} makes of each target, all at once. */
    public static <T> Stage parallel(Collection<T> targets, Function<? super T, ? extends Step> stepFor) {
        return of(Order.PARALLEL, targets, stepFor);
    }

    /** The step that {@code stepFor} makes of each target, one target after the other. */
    public static <T> Stage oneByOne(Collection<T> targets, Function<? super T, ? extends Step> stepFor) {
        return of(Order.ONE_BY_ONE, targets, stepFor);
    }

    private static <T> Stage of(Order order, Collection<T> targets, Function<? super T, ? extends Step> stepFor) {
        List<? extends Step> steps = targets.stream().map(stepFor).toList();
        return new Stage(steps.getFirst().title(), order, steps);
    }
}
