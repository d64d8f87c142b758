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
        List<State> states = Node.states(nodes);
        if (states.contains(State.DEAD)) {
            return StepState.needed(nodes.get(states.indexOf(State.DEAD)).name() + " has ended");
        }
        if (!states.stream().allMatch(State.RUNNING::equals)) {
            return StepState.unknownUntil("start member");
        }
        try (EtcdClient client = clients.connect(settings)) {
            return complaint(client).map(StepState::needed).orElseGet(StepState::done);
        }
    }

    @Override
    public void apply() throws InterruptedException {
        try (EtcdClient client = clients.connect(settings)) {
            if (!patience.until(new Watching(client))) {
                throw OperatorException.of(
                        ExitCode.BAD_CONNECTION,
                        "not healthy within %d s: %s"
                                .formatted(
                                        patience.limit().toSeconds(),
                                        complaint(client).orElse("it has just become so")));
            }
        }
    }

    /**
     * Members are asked at every look, their hosts at some: waiting for a process that has ended would be in vain, but hosts
     * on which members elect have other things to do than to answer.
     */
    private final class Watching implements Patience.Condition {

        private static final int LOOKS_PER_HOST = 5;

        private final EtcdClient client;
        private int looks;

        Watching(EtcdClient client) {
            this.client = client;
        }

        @Override
        public boolean holds() throws InterruptedException {
            if (complaint(client).isEmpty()) {
                return true;
            }
            looks++;
            if (looks % LOOKS_PER_HOST == 0) {
                requireAllAlive();
            }
            return false;
        }
    }

    /** What a process that has ended said last is the reason. */
    private void requireAllAlive() throws InterruptedException {
        List<State> states = Node.states(nodes);
        for (int index = 0; index < nodes.size(); index++) {
            if (states.get(index) == State.STOPPED || states.get(index) == State.DEAD) {
                Node ended = nodes.get(index);
                throw OperatorException.of(ExitCode.ERROR, ended.name() + " has ended: " + LogReason.of(ended));
            }
        }
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
