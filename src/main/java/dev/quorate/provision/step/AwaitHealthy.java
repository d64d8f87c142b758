package dev.quorate.provision.step;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.LogReason;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.time.Patience;
import java.util.List;
import java.util.Optional;

/** Waits until every member answers and knows the same leader. */
public record AwaitHealthy(
        String cluster, List<Node> nodes, EtcdClients clients, EtcdSettings settings, Patience patience)
        implements Step {

    public static final String TITLE = "await healthy";

    public AwaitHealthy {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public String target() {
        return cluster;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public StepState inspect() throws InterruptedException {
        for (Node node : nodes) {
            State state = node.host().services().status(node.service()).state();
            if (state == State.DEAD) {
                return StepState.needed(node.name() + " has ended");
            }
            if (state != State.RUNNING) {
                return StepState.unknownUntil("start member");
            }
        }
        try (EtcdClient client = clients.connect(settings)) {
            return complaint(client).map(StepState::needed).orElseGet(StepState::done);
        }
    }

    @Override
    public void apply() throws InterruptedException {
        try (EtcdClient client = clients.connect(settings)) {
            if (!patience.until(() -> allRun() && complaint(client).isEmpty())) {
                throw OperatorException.of(
                        ExitCode.BAD_CONNECTION,
                        "not healthy within %d s: %s"
                                .formatted(
                                        patience.limit().toSeconds(),
                                        complaint(client).orElse("it has just become so")));
            }
        }
    }

    /** Waiting for a process that has ended would be in vain: what it said last is the reason. */
    private boolean allRun() throws InterruptedException {
        for (Node node : nodes) {
            if (!node.host().services().status(node.service()).alive()) {
                throw OperatorException.of(ExitCode.ERROR, node.name() + " has ended: " + LogReason.of(node));
            }
        }
        return true;
    }

    /** Why the cluster is not healthy, the first reason found. */
    private static Optional<String> complaint(EtcdClient client) {
        long leader = 0;
        for (Endpoint endpoint : client.endpoints()) {
            try {
                long known = client.maintenance().status(endpoint).leader();
                if (known == 0 || (leader != 0 && leader != known)) {
                    return Optional.of("no leader that all members know, says " + endpoint);
                }
                leader = known;
            } catch (OperatorException e) {
                return Optional.of(e.failure().what());
            }
        }
        return Optional.empty();
    }
}
