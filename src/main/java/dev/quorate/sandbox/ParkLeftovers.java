package dev.quorate.sandbox;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.List;

/**
 * Moves aside members nobody remembers, as a purge that was killed leaves them: a new member must not find the data of an
 * old one.
 */
record ParkLeftovers(Host host, SandboxDirectory directory, String mark) implements Step {

    @Override
    public String title() {
        return "park leftovers";
    }

    @Override
    public String target() {
        return Sandbox.NAME;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        boolean remembered = host.files().stat(directory.spec()).isPresent();
        if (remembered || host.files().list(directory.members()).isEmpty()) {
            return StepState.done();
        }
        return StepState.needed(
                "there are members nobody remembers", List.of("rename " + directory.members() + " to " + parked()));
    }

    @Override
    public void apply() throws InterruptedException {
        host.files().rename(directory.members(), parked());
    }

    private Path parked() {
        return directory.root().resolve("members.parked-" + mark);
    }
}
