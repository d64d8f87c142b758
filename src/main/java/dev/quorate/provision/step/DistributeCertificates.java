package dev.quorate.provision.step;

import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeFile;
import dev.quorate.remote.Host;
import dev.quorate.remote.NewFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Puts the certificates and keys of a member on its host, no other member's. */
public final class DistributeCertificates extends InformedStep<PresentFiles> {

    private final Host host;
    private final List<NodeFile> files;

    public DistributeCertificates(Host host, List<NodeFile> files) {
        this.host = host;
        this.files = List.copyOf(files);
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
    protected PresentFiles find() throws InterruptedException {
        return PresentFiles.of(host, files.stream().map(NodeFile::target).toList());
    }

    @Override
    protected StepState judge(PresentFiles present) {
        if (!files.stream().allMatch(file -> Files.exists(file.source()))) {
            return StepState.unknownUntil(IssueCertificates.TITLE);
        }
        List<String> changes = missing(present).stream()
                .map(file -> file.target() + " (" + file.access() + ")")
                .toList();
        return changes.isEmpty() ? StepState.done() : StepState.needed("missing or different", changes);
    }

    private List<NodeFile> missing(PresentFiles present) {
        return files.stream()
                .filter(file ->
                        !present.has(file.target(), file.access(), Sha256.of(OperatorFiles.read(file.source()))))
                .toList();
    }

    @Override
    protected void change(PresentFiles present) throws InterruptedException {
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
