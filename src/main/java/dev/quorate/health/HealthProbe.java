package dev.quorate.health;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.session.Connections;
import dev.quorate.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at the cluster of the standing session for the prompt: in the background, and without ever asking anything. */
public final class HealthProbe {

    private final Sessions sessions;
    private final Connections connections;

    public HealthProbe(Sessions sessions, Connections connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    /** The cluster's health, or nothing where a password would have to be typed first or the user may not ask. */
    public Optional<ClusterHealth> look(Duration deadline) throws InterruptedException {
        Optional<String> name = sessions.standing().cluster();
        Optional<EtcdClient> client = connections.clientInBackground();
        if (client.isEmpty()) {
            return Optional.empty();
        }
        Look look = ClusterProbe.look(client.get(), deadline);
        if (look.refusal().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(summary(name, look));
    }

    private static ClusterHealth summary(Optional<String> name, Look look) {
        return switch (look) {
            case Look.Nothing nothing ->
                new ClusterHealth(name, 0, nothing.replies().size(), false, Optional.empty(), List.of());
            case ClusterState state ->
                new ClusterHealth(
                        name,
                        state.votes().healthy(),
                        state.votes().voters(),
                        state.quorum(),
                        state.leader().map(MemberState::name),
                        state.alarms().stream()
                                .map(Alarm::type)
                                .distinct()
                                .map(Enum::name)
                                .toList());
        };
    }
}
