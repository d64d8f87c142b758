package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import java.nio.file.Path;
import java.util.List;

/**
 * Moves data aside that another etcd left where the member is to be: the one-member cluster a distribution's package starts
 * as soon as it is installed, for one. What still runs on that data is stopped.
 *
 * @param token of the member's cluster
 * @param mark tells this parking from others: a time
 */
public record ParkLeftovers(Node node, String token, String mark) implements Step {

    @Override
    public String title() {
        return "park leftovers";
    }

    @Override
    public String target() {
        return node.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        List<String> found = Leftovers.of(node, token);
        if (node.joined() || found.isEmpty()) {
            return StepState.done("none");
        }
        return StepState.needed(
                node.dataDirectory() + " holds the data of another etcd: " + String.join(", ", found),
                List.of("stop " + node.service(), "rename " + node.dataDirectory() + " to " + parked()));
    }

    @Override
    public void apply() throws InterruptedException {
        node.host().services().stop(node.service());
        node.host().files().rename(node.dataDirectory(), parked());
    }

    private Path parked() {
        return Parking.place(node.dataDirectory(), mark);
    }
}
