package dev.quorate.sandbox;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.TextDifference;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes down what the sandbox was decided to be. */
record RememberSandbox(Host host, Path file, SandboxSpec spec) implements Step {

    @Override
    public String title() {
        return spec.joined() ? "remember that all members joined" : "remember ports and token";
    }

    @Override
    public String target() {
        return Sandbox.NAME;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        String wanted = SpecFile.format(spec);
        if (host.files().stat(file).isEmpty()) {
            return StepState.needed("not yet written down", TextDifference.of("", wanted));
        }
        String present = new String(host.files().read(file), StandardCharsets.UTF_8);
        return present.equals(wanted)
                ? StepState.done()
                : StepState.needed("written down differently", TextDifference.of(present, wanted));
    }

    @Override
    public void apply() throws InterruptedException {
        byte[] content = SpecFile.format(spec).getBytes(StandardCharsets.UTF_8);
        host.files().write(file, content, FileAccess.PRIVATE);
    }
}
