package dev.quorate.sandbox;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes what the sandbox kept. What it was decided to be goes first: a purge that is killed then leaves members nobody
 * remembers, which the next sandbox moves aside, rather than a sandbox without data.
 */
record DeleteSandbox(Host host, SandboxDirectory directory) implements Step {

    @Override
    public String title() {
        return "delete sandbox";
    }

    @Override
    public String target() {
        return Sandbox.NAME;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        List<String> present = new ArrayList<>();
        for (Path path : inOrder()) {
            if (host.files().stat(path).isPresent()) {
                present.add("delete " + path);
            }
        }
        return present.isEmpty() ? StepState.done("nothing is there") : StepState.needed("it is there", present);
    }

    @Override
    public void apply() throws InterruptedException {
        for (Path path : inOrder()) {
            host.files().delete(path);
        }
    }

    private List<Path> inOrder() {
        return List.of(directory.spec(), directory.members(), directory.pki());
    }
}
