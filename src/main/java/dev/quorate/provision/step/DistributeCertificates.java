package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeFile;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFiles;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the certificates and keys of a member on its host, no other member's. */
public record DistributeCertificates(Host host, List<NodeFile> files) implements Step {

    public DistributeCertificates {
        files = List.copyOf(files);
    }

    @Override
    public String title() {
        return "distribute certificates";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        List<String> changes = new ArrayList<>();
        for (NodeFile file : files) {
            if (!Files.exists(file.source())) {
                return StepState.unknownUntil(IssueCertificates.TITLE);
            }
            if (!isThere(file)) {
                changes.add(file.target() + " (" + file.access() + ")");
            }
        }
        return changes.isEmpty() ? StepState.done() : StepState.needed("missing or different", changes);
    }

    private boolean isThere(NodeFile file) throws InterruptedException {
        HostFiles there = host.files();
        Optional<FileFacts> facts = there.stat(file.target());
        return facts.isPresent()
                && facts.get().isFile()
                && file.access().heldBy(facts.get())
                && there.sha256(file.target()).equals(Sha256.of(OperatorFiles.read(file.source())));
    }

    @Override
    public void apply() throws InterruptedException {
        for (NodeFile file : files) {
            if (!isThere(file)) {
                host.files().write(file.target(), OperatorFiles.read(file.source()), file.access());
            }
        }
    }
}
