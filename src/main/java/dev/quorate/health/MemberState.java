package dev.quorate.health;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.Member;
import dev.quorate.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * One member as it was seen.
 *
 * @param endpoint it was asked at; none while it has never started
 * @param status what it said
 * @param failure why it said nothing
 * @param latency of its answer
 */
public record MemberState(
        Member member,
        Optional<Endpoint> endpoint,
        Optional<EndpointStatus> status,
        Optional<Failure> failure,
        Duration latency) {

    /** Whether it takes part: it answers and knows a leader. */
    public boolean healthy() {
        return status.filter(answer -> answer.leader() != 0).isPresent();
    }

    public boolean votes() {
        return !member.learner();
    }

    public Role role() {
        if (!member.started() && status.isEmpty()) {
            return Role.UNSTARTED;
        }
        return status.map(this::role).orElse(Role.UNREACHABLE);
    }

    private Role role(EndpointStatus answer) {
        if (answer.leader() == 0) {
            return Role.LEADERLESS;
        }
        if (member.learner()) {
            return Role.LEARNER;
        }
        return answer.leader() == member.id() ? Role.LEADER : Role.FOLLOWER;
    }

    /** The name, or the id of a member that has never started. */
    public String name() {
        return member.started() ? member.name() : member.hexId();
    }
}
