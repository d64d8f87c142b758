package dev.quorate.provision.step;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.remote.Host;
import java.util.List;

/**
 * A step on the operator's machine that only hosts of one architecture need.
 *
 * @param architecture as etcd's releases name it
 * @param hosts all there are
 */
public record ForArchitecture(String architecture, List<Host> hosts, Step step) implements Step {

    public ForArchitecture {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String title() {
        return step.title();
    }

    @Override
    public String target() {
        return step.target() + " for " + architecture;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        for (Host host : hosts) {
            if (host.facts().releaseArchitecture().equals(architecture)) {
                return step.inspect();
            }
        }
        return StepState.done("no host is " + architecture);
    }

    @Override
    public void apply() throws InterruptedException {
        step.apply();
    }
}
