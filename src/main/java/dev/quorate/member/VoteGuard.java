package dev.quorate.member;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.Quorum;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.session.Connections;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts the votes with the operator before the membership changes. Asks at a terminal only: a script gets etcdctl's
 * behaviour, and etcd's own checks.
 */
final class VoteGuard {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connections connections;

    VoteGuard(Connections connections) {
        this.connections = connections;
    }

    /** An added voter counts from the moment it is added, whether it ever starts or not. */
    void beforeAdding(Invocation line, String name, boolean learner) throws InterruptedException {
        Optional<ClusterState> state = seen(line);
        if (state.isEmpty() || learner) {
            return;
        }
        Quorum now = state.get().votes();
        Quorum after = now.afterAddingVoter();
        if (now.survives(after)) {
            line.note(counted(now, after));
            return;
        }
        String consequence = counted(now, after) + ": nothing can be decided until " + name
                + " has started; --learner adds it without a vote";
        new Confirmation(line).of(new Risk.Loss(consequence, name));
    }

    /** etcd forgets that a member is a learner when its URLs change, seen with 3.5: it counts as a voter from then on. */
    void beforeUpdating(Invocation line, long id) throws InterruptedException {
        Optional<ClusterState> state = seen(line);
        Optional<MemberState> learner = member(state, id).filter(member -> !member.votes());
        if (state.isEmpty() || learner.isEmpty()) {
            return;
        }
        Quorum now = state.get().votes();
        Quorum after = learner.get().healthy() ? now.afterPromoting() : now.afterAddingVoter();
        String consequence = "changing the URLs of a learner makes it a voter; " + counted(now, after);
        new Confirmation(line).of(new Risk.Loss(consequence, learner.get().name()));
    }

    void beforeRemoving(Invocation line, long id) throws InterruptedException {
        Optional<ClusterState> state = seen(line);
        Optional<MemberState> leaving = member(state, id);
        if (state.isEmpty() || leaving.isEmpty()) {
            return;
        }
        Quorum now = state.get().votes();
        String consequence =
                leaving.get().name() + " leaves the cluster for good; " + counted(now, without(leaving.get(), now));
        new Confirmation(line).of(new Risk.Loss(consequence, leaving.get().name()));
    }

    private static Optional<MemberState> member(Optional<ClusterState> state, long id) {
        return state.stream()
                .flatMap(seen -> seen.members().stream())
                .filter(member -> member.member().id() == id)
                .findFirst();
    }

    private static Quorum without(MemberState leaving, Quorum now) {
        if (!leaving.votes()) {
            return now;
        }
        return leaving.healthy() ? now.afterRemovingHealthy() : now.afterRemovingUnhealthy();
    }

    private static String counted(Quorum now, Quorum after) {
        return "votes now: " + counted(now) + "; then: " + counted(after);
    }

    private static String counted(Quorum votes) {
        String room = votes.present() ? ", " + votes.tolerance() + " may fail" : ", NO QUORUM";
        return votes.healthy() + " of " + votes.voters() + " healthy, " + votes.needed() + " needed" + room;
    }

    private Optional<ClusterState> seen(Invocation line) throws InterruptedException {
        if (!line.interactive()) {
            return Optional.empty();
        }
        if (ClusterProbe.look(connections.client(), PATIENCE) instanceof ClusterState state
                && state.refusal().isEmpty()) {
            return Optional.of(state);
        }
        return Optional.empty();
    }
}
