package dev.quorate.cluster;

import java.util.Set;

/**
 * A wish to restart members.
 *
 * @param members by name
 * @param outage whether the cluster may be without a quorum meanwhile
 */
record Restarting(Set<String> members, boolean outage) {
    Restarting {
        members = Set.copyOf(members);
    }
}
