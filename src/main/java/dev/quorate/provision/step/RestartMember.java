package dev.quorate.provision.step;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Quorum;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.health.Role;
import dev.quorate.plan.InformedStep;
import dev.quorate.plan.StepState;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.LogReason;
import dev.quorate.provision.Node;
import dev.quorate.provision.RestartCause;
import dev.quorate.remote.ServiceStatus.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Restarts a member that runs with something older than it should, while the others serve: only if they have a quorum without
 * it, counted at the last moment; the lead is handed over first; and it ends when the member has caught up with what the
 * others knew. The leader's turn comes last, so that the lead moves once and to a member that will keep it.
 */
public final class RestartMember extends InformedStep<StepState> {

    public static final String TITLE = "restart member";

    private static final int LEADERS_TURN = 1;
    private static final int TURN_OF_THE_DEAD = -1;

    private final Node node;
    private final List<RestartCause> causes;
    private final LiveCluster cluster;
    private final List<Node> starting;
    private final boolean outage;

    /**
     * @param starting members that the plan starts before, where they are down: only then are the votes known
     * @param outage whether it may be done although the cluster has no quorum meanwhile
     */
    public RestartMember(
            Node node, List<RestartCause> causes, LiveCluster cluster, List<Node> starting, boolean outage) {
        this.node = node;
        this.causes = List.copyOf(causes);
        this.cluster = cluster;
        this.starting = List.copyOf(starting);
        this.outage = outage;
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public int turn() throws InterruptedException {
        if (!(foresee() instanceof StepState.Needed)) {
            return 0;
        }
        if (!alive()) {
            return TURN_OF_THE_DEAD;
        }
        boolean leads = cluster.look().leader().filter(this::isNode).isPresent();
        return leads ? LEADERS_TURN : 0;
    }

    @Override
    protected StepState judge(StepState cause) throws InterruptedException {
        if (!(cause instanceof StepState.Needed(String why, List<String> changes))) {
            return cause;
        }
        return alive() ? judge(cluster.look(), why) : new StartMember(node).inspect();
    }

    private boolean alive() throws InterruptedException {
        return node.host().services().status(node.service()).alive();
    }

    /** All reasons in one; not known where one is not. */
    @Override
    protected StepState find() throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (RestartCause cause : causes) {
            StepState state = cause.look();
            if (state instanceof StepState.UnknownUntil) {
                return state;
            }
            if (state instanceof StepState.Needed(String why, List<String> changes)) {
                reasons.add(why);
            }
        }
        return reasons.isEmpty() ? StepState.done() : StepState.needed(String.join("; ", reasons));
    }

    private StepState judge(ClusterState state, String why) throws InterruptedException {
        Optional<MemberState> self = self(state);
        if (self.isEmpty()) {
            return StepState.blocked(
                    node.name() + " runs, but is no member of " + cluster.name(),
                    "compare member list with the cluster file");
        }
        List<String> changes = new ArrayList<>();
        if (self.get().role() == Role.LEADER) {
            heir(state).ifPresent(heir -> changes.add("move-leader " + heir.name()));
        }
        changes.add("restart " + node.service());
        if (!self.get().votes() || !self.get().healthy()) {
            return StepState.needed(why, changes);
        }
        Quorum meanwhile = state.votes().afterStopping();
        if (!meanwhile.present() && !outage) {
            return oneIsToBeStarted() ? StepState.unknownUntil("start member") : blocked(meanwhile, why);
        }
        return StepState.needed("%s (%s)".formatted(why, counted(meanwhile)), changes);
    }

    private boolean oneIsToBeStarted() throws InterruptedException {
        for (Node other : starting) {
            if (!other.host().services().status(other.service()).alive()) {
                return true;
            }
        }
        return false;
    }

    private static String counted(Quorum meanwhile) {
        return "meanwhile %d of %d voters, %d needed"
                .formatted(meanwhile.healthy(), meanwhile.voters(), meanwhile.needed());
    }

    private static StepState blocked(Quorum meanwhile, String why) {
        boolean hopeless = meanwhile.toleranceAtBest() == 0;
        return StepState.blocked(
                "%s, but without it there is no quorum: %d of %d voters would be healthy, and %d are needed"
                        .formatted(why, meanwhile.healthy(), meanwhile.voters(), meanwhile.needed()),
                (hopeless ? "let the cluster have three members" : "mend the other members first, status shows them")
                        + "; or add --allow-outage where clients may wait until it is back");
    }

    private Optional<MemberState> self(ClusterState state) {
        return state.members().stream().filter(this::isNode).findFirst();
    }

    private boolean isNode(MemberState member) {
        return member.member().name().equals(node.name());
    }

    /** Who is to lead instead: of the others that take part the one that knows most. */
    private Optional<MemberState> heir(ClusterState state) {
        return state.members().stream()
                .filter(member -> !isNode(member) && member.votes() && member.healthy())
                .max(Comparator.comparingLong(RestartMember::applied));
    }

    private static long applied(MemberState member) {
        return member.status().map(EndpointStatus::raftAppliedIndex).orElse(0L);
    }

    @Override
    protected void change(StepState cause) throws InterruptedException {
        if (!alive()) {
            start();
            return;
        }
        try (EtcdClient client = cluster.connect()) {
            ClusterState before = LiveCluster.look(client);
            requireVotes(before);
            handOver(client, before);
            node.host().services().restart(node.service());
            await(client, before);
        }
    }

    private void requireVotes(ClusterState state) throws InterruptedException {
        switch (judge(state, "it is to be restarted")) {
            case StepState.Needed _, StepState.Done _ -> {}
            case StepState.Blocked(String reason, String remedy) ->
                throw OperatorException.of(ExitCode.ERROR, reason, remedy);
            case StepState.UnknownUntil _ ->
                throw OperatorException.of(ExitCode.ERROR, "another member has ended meanwhile", "status shows which");
        }
    }

    /** Where too many are down for a quorum it cannot take part before others are started too. */
    private void start() throws InterruptedException {
        new StartMember(node).apply();
        try (EtcdClient client = cluster.connect()) {
            if (ClusterProbe.look(client, LiveCluster.LONGEST_LOOK) instanceof ClusterState state
                    && state.votes().missing() <= 1) {
                await(client, state);
            }
        }
    }

    private void handOver(EtcdClient client, ClusterState state) {
        Optional<Endpoint> leader = state.leader().filter(this::isNode).flatMap(MemberState::endpoint);
        Optional<MemberState> heir = heir(state);
        if (leader.isPresent() && heir.isPresent()) {
            client.maintenance().moveLeader(leader.get(), heir.get().member().id());
        }
    }

    /** Until as many take part as before, this one among them, and it knows what any knew before. */
    private void await(EtcdClient client, ClusterState before) throws InterruptedException {
        Optional<MemberState> self = self(before).filter(MemberState::votes);
        int healthy = before.votes().healthy()
                + (self.filter(member -> !member.healthy()).isPresent() ? 1 : 0);
        long known = before.members().stream()
                .mapToLong(RestartMember::applied)
                .max()
                .orElse(0);
        boolean well = cluster.patience().until(() -> {
            requireAlive();
            return ClusterProbe.look(client, LiveCluster.LONGEST_LOOK) instanceof ClusterState now
                    && now.votes().healthy() >= healthy
                    && self(now)
                            .filter(member -> member.healthy() && applied(member) >= known)
                            .isPresent();
        });
        if (!well) {
            throw OperatorException.of(
                    ExitCode.BAD_CONNECTION,
                    "it was restarted and takes no part after %d s; the other members were left as they are"
                            .formatted(cluster.patience().limit().toSeconds()),
                    "look at its log: host logs --hosts " + node.host().name());
        }
    }

    private void requireAlive() throws InterruptedException {
        if (node.state() == State.DEAD) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "it was restarted and has ended: " + LogReason.of(node),
                    "the other members were left as they are");
        }
    }
}
