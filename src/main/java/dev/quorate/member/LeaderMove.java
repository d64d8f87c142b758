package dev.quorate.member;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.Look;
import dev.quorate.health.MemberState;
import dev.quorate.session.Connections;
import java.time.Duration;

/** Hands the lead over. Only the leader can, so it is looked for, whichever endpoints the session has. */
final class LeaderMove {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connections connections;

    LeaderMove(Connections connections) {
        this.connections = connections;
    }

    LeaderMovedView to(long target) throws InterruptedException {
        EtcdClient client = connections.client();
        MemberState leader = leader(ClusterProbe.look(client, PATIENCE));
        Endpoint endpoint = leader.endpoint().orElseThrow(LeaderMove::noLeader);
        ResponseHeader header = client.maintenance().moveLeader(endpoint, target);
        return new LeaderMovedView(leader.member().id(), target, header);
    }

    private static MemberState leader(Look look) {
        return switch (look) {
            case ClusterState state ->
                state.leader()
                        .filter(MemberState::healthy)
                        .orElseThrow(() ->
                                state.refusal().map(OperatorException::new).orElseGet(LeaderMove::noLeader));
            case Look.Nothing nothing -> throw noLeader();
        };
    }

    private static OperatorException noLeader() {
        return OperatorException.of(
                ExitCode.BAD_ARGUMENTS, "no leader answers", "status shows the members and whether there is a quorum");
    }
}
