package dev.quorate.cluster;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.Quorum;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.health.Role;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A cluster's state in a sentence.
 *
 * @param text how many votes there are and what that means
 * @param next what to do, empty if there is nothing to do
 */
record Verdict(String text, String next) {

    static Verdict of(ClusterState state) {
        Quorum votes = state.votes();
        if (votes.present()) {
            return new Verdict("quorum: " + counted(votes) + "; " + room(votes), nextWithQuorum(state));
        }
        if (state.quorum()) {
            return new Verdict(
                    "quorum: the cluster decides, but only " + counted(votes) + " as seen from here",
                    "name endpoints that can be reached from here: " + absent(state));
        }
        return new Verdict("NO QUORUM: " + counted(votes) + "; nothing can be written", nextWithoutQuorum(state));
    }

    private static String counted(Quorum votes) {
        String members = votes.voters() == 1 ? " voting member healthy, " : " voting members healthy, ";
        return votes.healthy() + " of " + votes.voters() + members + votes.needed() + " needed";
    }

    private static String room(Quorum votes) {
        return switch (votes.tolerance()) {
            case 0 -> "no more may fail";
            case 1 -> "one more may fail";
            default -> votes.tolerance() + " more may fail";
        };
    }

    private static String nextWithQuorum(ClusterState state) {
        if (!state.alarms().isEmpty()) {
            return nextOfAlarms(state);
        }
        if (state.votes().unhealthy() > 0) {
            return "look after " + absent(state) + " before anything else fails";
        }
        return "";
    }

    private static String nextOfAlarms(ClusterState state) {
        if (state.alarms().stream().anyMatch(alarm -> alarm.type() == Alarm.Type.CORRUPT)) {
            return "CORRUPT is raised: compare the members by endpoint hashkv --cluster, then replace the odd one";
        }
        return "NOSPACE is raised and writes are refused: compact, then defrag, then alarm disarm";
    }

    /** Members that run without a leader would vote again once enough of them meet. */
    private static String nextWithoutQuorum(ClusterState state) {
        List<MemberState> running = voters(state, member -> member.role() == Role.LEADERLESS);
        int missing = state.votes().missing() - running.size();
        if (missing <= 0) {
            return names(running) + " run without a leader: wait for an election, then check the network between them";
        }
        return "bring back " + missing + " of "
                + names(voters(state, member -> member.status().isEmpty()))
                + "; members lost for good cannot be removed now, as that needs a quorum too";
    }

    private static String absent(ClusterState state) {
        return names(voters(state, member -> !member.healthy()));
    }

    private static List<MemberState> voters(ClusterState state, Predicate<MemberState> wanted) {
        return state.members().stream()
                .filter(MemberState::votes)
                .filter(wanted)
                .toList();
    }

    private static String names(List<MemberState> members) {
        return members.stream().map(MemberState::name).collect(Collectors.joining(", "));
    }
}
