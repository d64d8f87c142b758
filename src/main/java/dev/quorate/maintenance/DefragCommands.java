package dev.quorate.maintenance;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import java.util.List;

/** {@code defrag}. */
public final class DefragCommands implements CommandGroup {

    private static final Flag<Boolean> CLUSTER =
            Flag.bool("cluster", "defragments all endpoints of the member list instead of the session's");

    private final RollingDefrag defrag;

    public DefragCommands(RollingDefrag defrag) {
        this.defrag = defrag;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("defrag", "Gives free space of the database files back to the file system")
                .group("Space")
                .effect(Effect.DISRUPTS)
                .details("One member after another, the leader last: each answers nothing while it is at work.")
                .flags(CLUSTER)
                .runs(this::defragment));
    }

    private void defragment(Invocation line) throws InterruptedException {
        Defragmented done = defrag.run(line.get(CLUSTER));
        line.print(new DefragView(done));
        done.report(line);
    }
}
