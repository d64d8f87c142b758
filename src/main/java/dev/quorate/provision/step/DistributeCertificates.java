package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeFile;
import dev.quorate.remote.Host;
import dev.quorate.remote.NewFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

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
        if (!files.stream().allMatch(file -> Files.exists(file.source()))) {
            return StepState.unknownUntil(IssueCertificates.TITLE);
        }
        List<String> changes = missing(present()).stream()
                .map(file -> file.target() + " (" + file.access() + ")")
                .toList();
        return changes.isEmpty() ? StepState.done() : StepState.needed("missing or different", changes);
    }

    private PresentFiles present() throws InterruptedException {
        return PresentFiles.of(host, files.stream().map(NodeFile::target).toList());
    }

    private List<NodeFile> missing(PresentFiles present) {
        return files.stream()
                .filter(file ->
                        !present.has(file.target(), file.access(), Sha256.of(OperatorFiles.read(file.source()))))
                .toList();
    }

    @Override
    public void apply() throws InterruptedException {
        PresentFiles present = present();
        List<NewFile> different = new ArrayList<>();
        for (NodeFile file : missing(present)) {
            byte[] content = OperatorFiles.read(file.source());
            if (present.has(file.target(), Sha256.of(content))) {
                host.files().setAccess(file.target(), file.access());
            } else {
                different.add(new NewFile(file.target(), content, file.access()));
            }
        }
        host.files().writeAll(different);
    }
}
