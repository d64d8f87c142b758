package dev.quorate.plan;

/** A step that remembers how it stood last, for a later one that hangs on it. */
public final class Observed implements Step {

    private final Step step;
    private volatile StepState last;

    public Observed(Step step) {
        this.step = step;
        this.last = StepState.unknownUntil(step.title());
    }

    /** What it found when it looked last; unknown before it has. */
    public StepState last() {
        return last;
    }

    @Override
    public String title() {
        return step.title();
    }

    @Override
    public String target() {
        return step.target();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        last = step.inspect();
        return last;
    }

    @Override
    public void apply() throws InterruptedException {
        step.apply();
    }

    @Override
    public boolean changes() {
        return step.changes();
    }

    @Override
    public int turn() throws InterruptedException {
        return step.turn();
    }
}
