package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.List;

/** Removes the unit of a member that is stopped, so that it starts no more, not at boot either. */
public record RemoveService(Host host, String service, Path unit) implements Step {

    @Override
    public String title() {
        return "remove service";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        if (host.files().stat(unit).isEmpty()) {
            return StepState.done("no " + unit);
        }
        if (host.services().status(service).alive()) {
            return StepState.unknownUntil("stop member");
        }
        return StepState.needed(
                unit + " is there", List.of(disable().toString(), "delete " + unit, reload().toString()));
    }

    @Override
    public void apply() throws InterruptedException {
        host.run(disable()).orThrow();
        host.files().delete(unit);
        host.run(reload()).orThrow();
        // Fails where there is nothing to forget.
        host.run(ShellCommand.changes("systemctl", "reset-failed", service));
    }

    private ShellCommand disable() {
        return ShellCommand.changes("systemctl", "disable", service);
    }

    private static ShellCommand reload() {
        return ShellCommand.changes("systemctl", "daemon-reload");
    }
}
