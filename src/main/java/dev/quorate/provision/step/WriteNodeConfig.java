package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.OtherForms;
import dev.quorate.remote.PresentFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the file that tells etcd what it is to be, and moves files of the other forms aside: with {@code --config-file} etcd
 * silently ignores flags and environment, and whoever edits the wrong file wonders for long.
 */
public final class WriteNodeConfig extends InformedStep<WriteNodeConfig.Found> {

    private final Node node;
    private final Optional<WantedFile> wanted;
    private final OtherForms others;

    /** What is at the place of the file, and which files of other forms there are. */
    record Found(Optional<PresentFile> file, List<Path> others) {
        Found {
            others = List.copyOf(others);
        }
    }

    public WriteNodeConfig(Node node, Optional<RenderedFile> file, OtherForms others) {
        this(node, file, others, Meaning.LITERAL);
    }

    /**
     * @param file empty where all stands in the unit
     * @param meaning of a file in other words
     */
    public WriteNodeConfig(Node node, Optional<RenderedFile> file, OtherForms others, Meaning meaning) {
        this.node = node;
        this.wanted = file.map(rendered -> new WantedFile(node.host(), rendered, node.joined(), meaning));
        this.others = others;
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
    protected Found find() throws InterruptedException {
        List<Path> present =
                List.copyOf(node.host().files().stats(others.paths()).keySet());
        return new Found(wanted.isPresent() ? wanted.get().find() : Optional.empty(), present);
    }

    @Override
    protected StepState judge(Found found) throws InterruptedException {
        StepState state = wanted.isPresent() ? wanted.get().judge(found.file()) : StepState.done();
        List<String> parking = new ArrayList<>();
        for (Path other : found.others()) {
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
    protected void change(Found found) throws InterruptedException {
        for (Path other : found.others()) {
            node.host().files().rename(other, Parking.place(other, others.mark()));
        }
        if (wanted.isPresent() && !(wanted.get().judge(found.file()) instanceof StepState.Done)) {
            wanted.get().write(found.file());
        }
    }
}
