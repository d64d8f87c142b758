package dev.quorate.member;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
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

    private final Connections connections;

    public MemberCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("member list", "Lists the members of the cluster")
                .group(GROUP)
                .flags(CONSISTENCY)
                .runs(this::list));
    }

    private void list(Invocation line) {
        boolean linearizable = line.get(CONSISTENCY) == Consistency.L;
        line.print(new MemberListView(connections.client().membership().list(linearizable), line.hex()));
    }
}
