package dev.quorate.plan;

/**
 * One change to one target, idempotent: what it finds decides what it does.
 *
 * <p>A step that fails throws {@link dev.quorate.failure.OperatorException}, which the runner completes with the place.
 */
public interface Step {

    /** What it does, as an order: {@code write node configuration}. The same for all targets. */
    String title();

    /** What it does it to: the name of a host, a member or a cluster. */
    String target();

    /** How things stand. Changes nothing, ever. */
    StepState inspect() throws InterruptedException;

    /** Makes it so. Called only after {@link #inspect} answered {@link StepState.Needed}. */
    void apply() throws InterruptedException;

    /** Whether applying it changes anything; waiting for something does not. */
    default boolean changes() {
        return true;
    }

    /**
     * When it is its turn among the steps of a stage that wait for each other: lower ones first, equal ones in the order of
     * the plan. Asked as the stage begins.
     */
    default int turn() throws InterruptedException {
        return 0;
    }
}
