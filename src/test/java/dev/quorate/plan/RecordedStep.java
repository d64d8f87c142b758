package dev.quorate.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A step that finds what it was told to find, look after look, and remembers what was done with it. */
final class RecordedStep implements Step {

    private final String target;
    private final List<String> events;
    private final Deque<StepState> findings;
    private int turn;

    RecordedStep(String target, List<String> events, StepState... findings) {
        this.target = target;
        this.events = events;
        this.findings = new ArrayDeque<>(List.of(findings));
    }

    RecordedStep turn(int newTurn) {
        turn = newTurn;
        return this;
    }

    @Override
    public int turn() {
        return turn;
    }

    @Override
    public String title() {
        return "set the stone";
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public StepState inspect() {
        events.add("look " + target);
        return findings.removeFirst();
    }

    @Override
    public void apply() throws InterruptedException {
        events.add("change " + target);
    }
}
