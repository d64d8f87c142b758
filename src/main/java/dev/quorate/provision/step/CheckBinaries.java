package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.binary.EtcdProgram;
import java.util.Optional;

/** Sees to it that the host has the etcd its member is to run. */
public record CheckBinaries(Node node) implements Step {

    @Override
    public String title() {
        return "check binaries";
    }

    @Override
    public String target() {
        return node.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        Node.Program wanted = node.program();
        Optional<EtcdVersion> version = EtcdProgram.versionAt(node.host(), wanted.etcd());
        if (version.isEmpty()) {
            return StepState.blocked(
                    "there is no etcd that runs at " + wanted.etcd(), "put etcd " + wanted.version() + " there");
        }
        if (!version.get().equals(wanted.version())) {
            return StepState.blocked(
                    "%s is etcd %s, not %s".formatted(wanted.etcd(), version.get(), wanted.version()),
                    "put etcd " + wanted.version() + " there");
        }
        return StepState.done("etcd " + version.get() + " at " + wanted.etcd());
    }

    @Override
    public void apply() {
        throw new IllegalStateException("the binaries are there already");
    }
}
