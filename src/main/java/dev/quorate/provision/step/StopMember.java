package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus.State;

/** Stops a member; a leader hands its leadership over first, as etcd does on its own when asked to end. */
public record StopMember(Node node) implements Step {

    @Override
    public String title() {
        return "stop member";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        State state = node.state();
        return switch (state) {
            case RUNNING -> StepState.needed("is running");
            case PAUSED -> StepState.needed("is paused");
            case STOPPED, DEAD -> StepState.done("not running");
        };
    }

    @Override
    public void apply() throws InterruptedException {
        node.host().services().stop(node.service());
    }
}
