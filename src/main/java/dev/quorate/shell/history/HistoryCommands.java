package dev.quorate.shell.history;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import java.util.List;
import java.util.Optional;

/** {@code history}. */
public final class HistoryCommands implements CommandGroup {

    private static final Argument<Optional<Integer>> COUNT =
            Argument.optional("count", ValueTypes.INT32, "how many of the newest lines; all by default");

    private final History history;

    public HistoryCommands(History history) {
        this.history = history;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("history", "Lists the lines typed for this cluster")
                .details("""
                        Each cluster has a history of its own. Lines that begin with a blank are not kept, and passwords
                        never are: *** stands in their place. Ctrl-R searches, Up goes back.
                        """)
                .arguments(COUNT)
                .runs(this::list));
    }

    private void list(Invocation line) {
        line.print(HistoryView.of(history.entries(), line.get(COUNT)));
    }
}
