package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.OtherForms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the file that tells etcd what it is to be, and moves files of the other forms aside: with {@code --config-file} etcd
 * silently ignores flags and environment, and whoever edits the wrong file wonders for long.
 *
 * @param file empty where all stands in the unit
 * @param meaning of a file in other words
 */
public record WriteNodeConfig(Node node, Optional<RenderedFile> file, OtherForms others, Meaning meaning)
        implements Step {

    public WriteNodeConfig(Node node, Optional<RenderedFile> file, OtherForms others) {
        this(node, file, others, Meaning.LITERAL);
    }

    @Override
    public String title() {
        return "write node configuration";
    }

    @Override
    public String target() {
        return node.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        StepState state = file.isEmpty() ? StepState.done() : wanted(file.get()).inspect();
        List<String> parking = new ArrayList<>();
        for (Path other : present()) {
            parking.add("rename " + other + " to " + Parking.place(other, others.mark()));
        }
        if (parking.isEmpty()) {
            return state;
        }
        return switch (state) {
            case StepState.Needed(String why, List<String> changes) -> {
                parking.addAll(changes);
                yield StepState.needed(why, parking);
            }
            default -> StepState.needed("there are files of other forms", parking);
        };
    }

    @Override
    public void apply() throws InterruptedException {
        for (Path other : present()) {
            node.host().files().rename(other, Parking.place(other, others.mark()));
        }
        if (file.isPresent() && !(wanted(file.get()).inspect() instanceof StepState.Done)) {
            wanted(file.get()).write();
        }
    }

    private WantedFile wanted(RenderedFile rendered) {
        return new WantedFile(node.host(), rendered, node.joined(), meaning);
    }

    private List<Path> present() throws InterruptedException {
        return List.copyOf(node.host().files().stats(others.paths()).keySet());
    }
}
