package dev.quorate.plan;

import org.jspecify.annotations.Nullable;

/**
 * A step that acts upon what it found: its target is asked once before the change, and not a second time to make it.
 *
 * @param <F> what it finds
 */
public abstract class InformedStep<F> implements Step {

    private @Nullable F foreseen;
    private @Nullable F found;

    /** What is there now. Changes nothing. */
    protected abstract F find() throws InterruptedException;

    /** How things stand where {@code found} is there. Changes nothing. */
    protected abstract StepState judge(F found) throws InterruptedException;

    /** Makes it so from {@code found} on. */
    protected abstract void change(F found) throws InterruptedException;

    /**
     * Finds for the next inspection, and tells it. As {@link #turn} is asked of all steps of a stage at once, those that have
     * to wait for each other need not wait for each other's looks.
     */
    protected final F foresee() throws InterruptedException {
        F seen = find();
        foreseen = seen;
        return seen;
    }

    @Override
    public final StepState inspect() throws InterruptedException {
        F now = foreseen == null ? find() : foreseen;
        foreseen = null;
        StepState state = judge(now);
        found = now;
        return state;
    }

    /** What was found holds for one change; nobody knows it afterwards. */
    @Override
    public final void apply() throws InterruptedException {
        F before = found == null ? find() : found;
        found = null;
        change(before);
    }
}
