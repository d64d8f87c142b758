package dev.quorate.provision.step;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeFile;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.HostFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Puts the certificates and keys of a member on its host; no other member's. */
public record DistributeCertificates(Node node, List<NodeFile> files) implements Step {

    public DistributeCertificates {
        files = List.copyOf(files);
    }

    @Override
    public String title() {
        return "distribute certificates";
    }

    @Override
    public String target() {
        return node.host().name();
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
        HostFiles there = node.host().files();
        Optional<FileFacts> facts = there.stat(file.target());
        return facts.isPresent()
                && facts.get().isFile()
                && file.access().heldBy(facts.get())
                && there.sha256(file.target()).equals(sha256(content(file)));
    }

    @Override
    public void apply() throws InterruptedException {
        for (NodeFile file : files) {
            if (!isThere(file)) {
                node.host().files().write(file.target(), content(file), file.access());
            }
        }
    }

    private static byte[] content(NodeFile file) {
        try {
            return Files.readAllBytes(file.source());
        } catch (IOException e) {
            throw new OperatorException(Failure.of(ExitCode.IO, "cannot read " + file.source()), e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
