package dev.quorate.member;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code move-leader}. */
public final class LeaderCommands implements CommandGroup {

    private static final Argument<String> NEXT =
            Argument.required("member", MemberCommands.MEMBER, "name or id of the member to lead");

    private final MemberFinder finder;
    private final LeaderMove move;

    public LeaderCommands(Connections connections) {
        this.finder = new MemberFinder(connections);
        this.move = new LeaderMove(connections);
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("move-leader", "Hands the lead to another member")
                .group("Membership")
                .effect(Effect.DISRUPTS)
                .arguments(NEXT)
                .runs(this::move));
    }

    private void move(Invocation line) throws InterruptedException {
        line.print(move.to(finder.find(line.get(NEXT))));
    }
}
