package dev.quorate.provision.step;

import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeDirectory;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the directories of a member, each open to whom it is to be open to and nobody else. */
public final class PrepareDirectories extends InformedStep<Map<Path, FileFacts>> {

    private final Host host;
    private final List<NodeDirectory> directories;

    public PrepareDirectories(Host host, List<NodeDirectory> directories) {
        this.host = host;
        this.directories = List.copyOf(directories);
    }

    @Override
    public String title() {
        return "prepare directories";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    protected Map<Path, FileFacts> find() throws InterruptedException {
        return host.files().stats(directories.stream().map(NodeDirectory::path).toList());
    }

    @Override
    protected StepState judge(Map<Path, FileFacts> present) {
        List<String> changes = new ArrayList<>();
        for (NodeDirectory directory : directories) {
            Optional<FileFacts> facts = Optional.ofNullable(present.get(directory.path()));
            if (facts.isPresent() && !facts.get().isDirectory()) {
                return StepState.blocked(directory.path() + " is no directory", "move it away");
            }
            if (!isFine(directory, facts)) {
                changes.add(directory.toString());
            }
        }
        return changes.isEmpty() ? StepState.done() : StepState.needed("missing or with other access", changes);
    }

    private static boolean isFine(NodeDirectory directory, Optional<FileFacts> facts) {
        return facts.isPresent() && (directory.shared() || directory.access().heldBy(facts.get()));
    }

    @Override
    protected void change(Map<Path, FileFacts> present) throws InterruptedException {
        Map<Path, FileAccess> wanting = new LinkedHashMap<>();
        for (NodeDirectory directory : directories) {
            if (!isFine(directory, Optional.ofNullable(present.get(directory.path())))) {
                wanting.put(directory.path(), directory.access());
            }
        }
        host.files().makeDirectories(wanting);
    }
}
