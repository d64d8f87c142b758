package dev.quorate.health;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.Quorum;
import dev.quorate.failure.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A cluster as it was seen in one look.
 *
 * @param clusterId unsigned
 * @param members in the order of the membership
 * @param decides whether a read that needs a quorum was answered; empty where none was tried
 */
public record ClusterState(long clusterId, List<MemberState> members, Optional<Boolean> decides) implements Look {

    /** How a status tells of alarms, which works without a quorum while the list of alarms does not. */
    private static final Pattern ALARM = Pattern.compile("memberID:(\\d+) alarm:(NOSPACE|CORRUPT)");

    public ClusterState {
        members = List.copyOf(members);
    }

    /** The votes as far as they can be seen from here. */
    public Quorum votes() {
        List<MemberState> voters = members.stream().filter(MemberState::votes).toList();
        int healthy = (int) voters.stream().filter(MemberState::healthy).count();
        return new Quorum(voters.size(), healthy);
    }

    @Override
    public Optional<Failure> refusal() {
        if (members.stream().anyMatch(member -> member.status().isPresent())) {
            return Optional.empty();
        }
        return Look.refusalAmong(members.stream().flatMap(member -> member.failure().stream()));
    }

    /** Whether the cluster can decide: enough voters are seen, or it was seen deciding. */
    public boolean quorum() {
        return votes().present() || decides.orElse(false);
    }

    /** The member that leads, by its own word or, if it does not answer, by that of others. */
    public Optional<MemberState> leader() {
        return members.stream()
                .filter(state -> state.role() == Role.LEADER)
                .max(Comparator.comparingLong(ClusterState::term))
                .or(this::leaderByHearsay);
    }

    private static long term(MemberState state) {
        return state.status().map(EndpointStatus::raftTerm).orElse(0L);
    }

    private Optional<MemberState> leaderByHearsay() {
        return members.stream()
                .flatMap(state -> state.status().stream())
                .flatMap(status ->
                        members.stream().filter(state -> state.member().id() == status.leader()))
                .findFirst();
    }

    /** The highest raft index seen, which others are measured against. */
    public OptionalLong raftIndex() {
        return members.stream()
                .flatMap(state -> state.status().stream())
                .mapToLong(EndpointStatus::raftIndex)
                .max();
    }

    /** Alarms that any member tells of, each once, by member and kind. */
    public List<Alarm> alarms() {
        return members.stream()
                .flatMap(state -> state.status().stream())
                .flatMap(status -> status.errors().stream())
                .flatMap(error -> ALARM.matcher(error).results())
                .map(found -> new Alarm(Long.parseUnsignedLong(found.group(1)), Alarm.Type.valueOf(found.group(2))))
                .distinct()
                .sorted(Comparator.comparing(Alarm::type).thenComparing(Alarm::memberId, Long::compareUnsigned))
                .toList();
    }

    /** Alarms of one member. */
    public List<Alarm> alarmsOf(MemberState state) {
        return alarms().stream()
                .filter(alarm -> alarm.memberId() == state.member().id())
                .toList();
    }
}
