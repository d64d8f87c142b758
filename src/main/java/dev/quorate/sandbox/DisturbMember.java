package dev.quorate.sandbox;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.remote.Services;

/** Does to a member what fate does to one: for practice. */
record DisturbMember(Node node, Disturbance disturbance) implements Step {

    /** What fate does. */
    enum Disturbance {
        /** The process is gone from one moment to the next. */
        KILL,
        /** It is there, holds its connections and answers nothing. */
        PAUSE,
        /** It goes on after a pause. */
        RESUME
    }

    @Override
    public String title() {
        return switch (disturbance) {
            case KILL -> "kill member";
            case PAUSE -> "pause member";
            case RESUME -> "resume member";
        };
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        ServiceStatus status = node.host().services().status(node.service());
        return switch (disturbance) {
            case KILL -> status.alive() ? StepState.needed("is alive") : StepState.done("not running");
            case PAUSE -> of(status.state(), State.PAUSED);
            case RESUME -> of(status.state(), State.RUNNING);
        };
    }

    private StepState of(State present, State wanted) {
        return switch (present) {
            case RUNNING, PAUSED ->
                present == wanted ? StepState.done() : StepState.needed("is " + MemberStatus.word(present));
            case STOPPED, DEAD -> StepState.blocked("it does not run", "sandbox start " + node.name());
        };
    }

    @Override
    public void apply() throws InterruptedException {
        Services services = node.host().services();
        switch (disturbance) {
            case KILL -> services.kill(node.service());
            case PAUSE -> services.pause(node.service());
            case RESUME -> services.resume(node.service());
        }
    }
}
