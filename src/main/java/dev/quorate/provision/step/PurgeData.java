package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import java.util.List;

/** Deletes the data of a member that is stopped, for good. */
public record PurgeData(Node node) implements Step {

    @Override
    public String title() {
        return "purge data";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        if (node.host().files().stat(node.dataDirectory()).isEmpty()) {
            return StepState.done("no data");
        }
        if (node.host().services().status(node.service()).alive()) {
            return StepState.unknownUntil("stop member");
        }
        return StepState.needed("has data", List.of("delete " + node.dataDirectory()));
    }

    @Override
    public void apply() throws InterruptedException {
        node.host().files().delete(node.dataDirectory());
    }
}
