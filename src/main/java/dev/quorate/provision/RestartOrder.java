package dev.quorate.provision;

import dev.quorate.plan.StepState;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ServiceStatus.Running;
import java.util.Optional;

/** An order to restart a member, which is carried out once another process runs than the one that was there at first. */
public final class RestartOrder implements RestartCause {

    private final Node node;
    private volatile Optional<Seen> first = Optional.empty();

    /** What ran at some time, if anything. */
    private record Seen(Optional<Running> process) {}

    public RestartOrder(Node node) {
        this.node = node;
    }

    @Override
    public StepState look() throws InterruptedException {
        ServiceStatus status = node.host().services().status(node.service());
        Seen before = first.orElseGet(() -> new Seen(status.process()));
        first = Optional.of(before);
        if (!status.alive()) {
            return StepState.needed("it is not running");
        }
        boolean another = !pid(before.process()).equals(pid(status.process()));
        return another ? StepState.done("restarted") : StepState.needed("as you ask for it");
    }

    /** When it began is told in whole seconds, which a second look may round another way. */
    private static Optional<Long> pid(Optional<Running> process) {
        return process.map(Running::pid);
    }
}
