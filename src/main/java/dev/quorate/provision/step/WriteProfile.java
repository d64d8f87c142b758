package dev.quorate.provision.step;

import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;

/** Writes the settings of etcdctl that every login shell of a host shall have. */
public record WriteProfile(Host host, RenderedFile profile) implements Step {

    @Override
    public String title() {
        return "write profile";
    }

    @Override
    public String target() {
        return host.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        return new WantedFile(host, profile).inspect();
    }

    @Override
    public void apply() throws InterruptedException {
        new WantedFile(host, profile).write();
    }
}
