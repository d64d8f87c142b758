package dev.quorate.health;

import java.util.List;
import java.util.Optional;

/**
 * A cluster at a glance, as the prompt shows it.
 *
 * @param cluster name of the context, empty where none is in use
 * @param healthy voting members that answered and know a leader
 * @param total voting members, or the endpoints while the membership is not known
 * @param quorum whether enough voting members are healthy
 * @param leader name of the leader, if one is known
 * @param alarms kinds that are raised, each once, sorted
 */
public record ClusterHealth(
        Optional<String> cluster,
        int healthy,
        int total,
        boolean quorum,
        Optional<String> leader,
        List<String> alarms) {
    public ClusterHealth {
        alarms = List.copyOf(alarms);
    }
}
