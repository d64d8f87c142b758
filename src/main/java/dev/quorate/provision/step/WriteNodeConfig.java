package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.TextDifference;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.HostFiles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes the file that tells etcd what it is to be. */
public record WriteNodeConfig(Node node) implements Step {

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
        RenderedFile wanted = node.configurationFile();
        HostFiles files = node.host().files();
        Optional<FileFacts> facts = files.stat(wanted.path());
        if (facts.isEmpty()) {
            return StepState.needed(wanted.path() + " is missing", TextDifference.of("", wanted.content()));
        }
        String present = new String(files.read(wanted.path()), StandardCharsets.UTF_8);
        if (!present.equals(wanted.content())) {
            return StepState.needed(wanted.path() + " is different", TextDifference.of(present, wanted.content()));
        }
        if (!wanted.access().heldBy(facts.get())) {
            return StepState.needed(wanted.path() + " should be " + wanted.access());
        }
        return StepState.done();
    }

    @Override
    public void apply() throws InterruptedException {
        RenderedFile wanted = node.configurationFile();
        node.host().files().write(wanted.path(), wanted.bytes(), wanted.access());
    }
}
