package dev.quorate.provision.step;

import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.remote.Services;

/**
 * Starts a member, or lets it go on where it was frozen. Members of a new cluster are started together: none is ready
 * before a majority is there.
 */
public final class StartMember extends InformedStep<State> {

    private final Node node;

    public StartMember(Node node) {
        this.node = node;
    }

    @Override
    public String title() {
        return "start member";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public int turn() throws InterruptedException {
        foresee();
        return super.turn();
    }

    @Override
    protected State find() throws InterruptedException {
        return node.state();
    }

    @Override
    protected StepState judge(State state) throws InterruptedException {
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
    protected void change(State state) throws InterruptedException {
        Services services = node.host().services();
        if (state == State.PAUSED) {
            services.resume(node.service());
            return;
        }
        services.start(node.service());
    }
}
