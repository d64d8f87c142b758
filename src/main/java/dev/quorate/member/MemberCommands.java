package dev.quorate.member;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Membership;
import dev.quorate.etcd.view.HexIds;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code member …}. */
public final class MemberCommands implements CommandGroup {

    private static final String GROUP = "Membership";

    /** How sure the list must be. */
    enum Consistency {
        /** A quorum agrees to it. */
        L,
        /** The member asked answers alone; it may be behind. */
        S
    }

    private static final Flag<Consistency> CONSISTENCY = Flag.value(
            "consistency",
            ValueTypes.choice(Consistency.class),
            Consistency.L,
            "linearizable (l), or serializable (s), which works without a quorum");
    static final ValueType<String> MEMBER = ValueTypes.TEXT.named("member").completing(Completes.MEMBER);
    private static final Argument<String> WHICH = Argument.required("member", MEMBER, "name or id of the member");
    private static final Argument<String> NEW_NAME =
            Argument.required("memberName", ValueTypes.TEXT.named("name"), "name the new member will have");
    private static final Flag<String> PEER_URLS = Flag.value(
            "peer-urls", ValueTypes.TEXT.named("urls"), "", "comma list of URLs its peers reach the member at");
    private static final Flag<Boolean> LEARNER = Flag.bool("learner", "adds it without a vote until it is promoted");

    private final Connections connections;
    private final MemberFinder finder;
    private final VoteGuard guard;

    public MemberCommands(Connections connections) {
        this.connections = connections;
        this.finder = new MemberFinder(connections);
        this.guard = new VoteGuard(connections);
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("member list", "Lists the members of the cluster")
                        .group(GROUP)
                        .flags(CONSISTENCY)
                        .runs(this::list),
                CommandSpec.named("member add", "Adds a member, which counts as a vote before it has started")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .details("A learner (--learner) has no vote until member promote: the safer way to grow.")
                        .arguments(NEW_NAME)
                        .flags(PEER_URLS, LEARNER)
                        .runs(this::add),
                CommandSpec.named("member remove", "Removes a member for good")
                        .group(GROUP)
                        .effect(Effect.DESTROYS)
                        .arguments(WHICH)
                        .runs(this::remove),
                CommandSpec.named("member update", "Changes the URLs its peers reach a member at")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .arguments(WHICH)
                        .flags(PEER_URLS)
                        .runs(this::update),
                CommandSpec.named("member promote", "Gives a learner a vote once it has caught up")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .arguments(WHICH)
                        .runs(this::promote));
    }

    private void list(Invocation line) {
        boolean linearizable = line.get(CONSISTENCY) == Consistency.L;
        line.print(new MemberListView(membership().list(linearizable), line.hex()));
    }

    private void add(Invocation line) throws InterruptedException {
        PeerUrls urls = PeerUrls.required(line.get(PEER_URLS));
        boolean learner = line.get(LEARNER);
        guard.beforeAdding(line, line.get(NEW_NAME), learner);
        var added = new MemberAddedView(membership().add(urls.list(), learner), line.get(NEW_NAME), urls.text());
        line.print(HexIds.beside(added, line.hex()));
    }

    private void remove(Invocation line) throws InterruptedException {
        long target = finder.find(line.get(WHICH));
        guard.beforeRemoving(line, target);
        line.print(
                HexIds.beside(MembershipChangeView.removed(target, membership().remove(target)), line.hex()));
    }

    private void update(Invocation line) throws InterruptedException {
        long target = finder.find(line.get(WHICH));
        PeerUrls urls = PeerUrls.required(line.get(PEER_URLS));
        guard.beforeUpdating(line, target);
        var updated = MembershipChangeView.updated(target, membership().update(target, urls.list()));
        line.print(HexIds.beside(updated, line.hex()));
    }

    private void promote(Invocation line) {
        long target = finder.find(line.get(WHICH));
        line.print(
                HexIds.beside(MembershipChangeView.promoted(target, membership().promote(target)), line.hex()));
    }

    private Membership membership() {
        return connections.client().membership();
    }
}
