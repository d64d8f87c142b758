package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the data directory and those of configuration and certificates, each for its owner alone. */
public record PrepareDirectories(Node node, List<Path> others) implements Step {

    public PrepareDirectories {
        others = List.copyOf(others);
    }

    @Override
    public String title() {
        return "prepare directories";
    }

    @Override
    public String target() {
        return node.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        List<String> changes = new ArrayList<>();
        for (Path directory : directories()) {
            Optional<FileFacts> facts = node.host().files().stat(directory);
            if (facts.isPresent() && !facts.get().isDirectory()) {
                return StepState.blocked(directory + " is no directory", "move it away");
            }
            if (facts.isEmpty() || !access().heldBy(facts.get())) {
                changes.add(directory + " (" + access() + ")");
            }
        }
        return changes.isEmpty() ? StepState.done() : StepState.needed("missing or open to others", changes);
    }

    @Override
    public void apply() throws InterruptedException {
        for (Path directory : directories()) {
            node.host().files().makeDirectory(directory, access());
        }
    }

    private List<Path> directories() {
        List<Path> all = new ArrayList<>(others);
        all.add(node.dataDirectory());
        return all;
    }

    private FileAccess access() {
        return node.access(FileAccess.PRIVATE_DIRECTORY);
    }
}
