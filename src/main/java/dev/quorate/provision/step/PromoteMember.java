package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.LogReason;
import dev.quorate.provision.Newcomer;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus.State;
import java.util.List;
import java.util.Optional;

/**
 * Gives a newcomer its vote once it has caught up, which etcd itself judges (nine tenths of the leader's log, and connected),
 * and waits until it takes part.
 *
 * @param cluster with the patience that a copy of all its data takes
 */
public record PromoteMember(Newcomer newcomer, LiveCluster cluster) implements Step {

    public static final String TITLE = "promote member";

    private static final List<String> TOO_EARLY =
            List.of("in sync with leader", "unhealthy cluster", "not enough started");

    /** The leader has promoted it, and who is asked has not heard of it yet. */
    private static final String DONE_ALREADY = "can only promote a learner";

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public String target() {
        return newcomer.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        try (EtcdClient client = cluster.connect()) {
            Optional<Member> member = find(client);
            if (member.isEmpty()) {
                return StepState.unknownUntil(AddMember.TITLE);
            }
            if (!alive()) {
                return StepState.unknownUntil("start member");
            }
            if (member.get().learner()) {
                return StepState.needed("it is a learner", List.of("member promote " + newcomer.name()));
            }
            return member.get().started() ? StepState.done("it votes") : StepState.needed("it has not joined yet");
        }
    }

    private Optional<Member> find(EtcdClient client) {
        return newcomer.among(client.membership().list(false).members());
    }

    private boolean alive() throws InterruptedException {
        Node node = newcomer.node();
        return node.host().services().status(node.service()).alive();
    }

    @Override
    public void apply() throws InterruptedException {
        try (EtcdClient client = cluster.connect()) {
            if (!cluster.patience().until(() -> promoted(client))) {
                throw OperatorException.of(
                        ExitCode.BAD_CONNECTION,
                        "it has not caught up within %d s; it stays a learner, and costs no vote"
                                .formatted(cluster.patience().limit().toSeconds()),
                        "look at its log: host logs --hosts "
                                + newcomer.node().host().name());
            }
        }
    }

    private boolean promoted(EtcdClient client) throws InterruptedException {
        requireAlive();
        Optional<Member> member = find(client).filter(Member::started);
        if (member.isEmpty()) {
            return false;
        }
        if (member.get().learner()) {
            promote(client, member.get().id());
        }
        return find(client).filter(known -> !known.learner()).isPresent();
    }

    private static void promote(EtcdClient client, long id) {
        try {
            client.membership().promote(id);
        } catch (OperatorException e) {
            String what = e.failure().what();
            if (TOO_EARLY.stream().noneMatch(what::contains) && !what.contains(DONE_ALREADY)) {
                throw e;
            }
        }
    }

    private void requireAlive() throws InterruptedException {
        Node node = newcomer.node();
        if (node.state() == State.DEAD) {
            throw OperatorException.of(ExitCode.ERROR, "it has ended: " + LogReason.of(node));
        }
    }
}
