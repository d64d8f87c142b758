package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.remote.Services;

/**
 * Starts a member, or lets it go on where it was frozen. Members of a new cluster are started together: none is ready
 * before a majority is there.
 */
public record StartMember(Node node) implements Step {

    @Override
    public String title() {
        return "start member";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        State state = node.host().services().status(node.service()).state();
        return switch (state) {
            case RUNNING -> StepState.done("running");
            case PAUSED -> StepState.needed("is paused");
            case STOPPED -> unlessDataIsLost("is stopped");
            case DEAD -> unlessDataIsLost("has died");
        };
    }

    /**
     * A member that starts empty under the identity it had has forgotten what it acknowledged: etcd panics, or loses writes
     * (etcd issues 13509, 10254).
     */
    private StepState unlessDataIsLost(String why) throws InterruptedException {
        if (node.joined() && node.host().files().stat(node.data()).isEmpty()) {
            return StepState.blocked(
                    "the cluster counts on the data of " + node.name() + ", and there is none in "
                            + node.dataDirectory(),
                    "remove the member and add it again, empty");
        }
        return StepState.needed(why);
    }

    @Override
    public void apply() throws InterruptedException {
        Services services = node.host().services();
        if (services.status(node.service()).state() == State.PAUSED) {
            services.resume(node.service());
            return;
        }
        services.start(node.service());
    }
}
