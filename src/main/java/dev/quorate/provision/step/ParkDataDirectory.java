package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.HostFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * Moves the data of a member aside, within its file system, where it can be moved back from. It must not run.
 *
 * @param mark tells this parking from others: a time
 */
public record ParkDataDirectory(Node node, String mark) implements Step {

    @Override
    public String title() {
        return "park data directory";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        if (node.host().files().list(node.dataDirectory()).isEmpty()) {
            return StepState.done("no data");
        }
        if (node.host().services().status(node.service()).alive()) {
            return StepState.unknownUntil("stop member");
        }
        return StepState.needed("has data", List.of("rename " + node.dataDirectory() + " to " + parked()));
    }

    @Override
    public void apply() throws InterruptedException {
        HostFiles files = node.host().files();
        files.rename(node.dataDirectory(), parked());
    }

    private Path parked() {
        return Parking.place(node.dataDirectory(), mark);
    }
}
