package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import java.util.List;
import java.util.function.Supplier;

/** {@code help}, which {@code --help} and a bare group of commands become too. */
public final class HelpCommands implements CommandGroup {

    private static final Argument<List<String>> TOPIC = Argument.rest(
            "command",
            ValueTypes.TEXT.named("command").completing(Completes.COMMAND),
            "the command to tell of, or options");

    private final Supplier<Binder> binder;

    /** The supplier is asked when help is: it needs the commands, of which this is one. */
    public HelpCommands(Supplier<Binder> binder) {
        this.binder = binder;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("help", "Lists the commands, or tells of one")
                .arguments(TOPIC)
                .runs(this::help));
    }

    private void help(Invocation line) {
        line.print(new TextView(text(line.get(TOPIC))));
    }

    private List<String> text(List<String> topic) {
        if (topic.isEmpty()) {
            return HelpText.overview(binder.get().catalog());
        }
        if (topic.equals(List.of("options"))) {
            return HelpText.options();
        }
        return HelpText.of(binder.get().place(topic));
    }
}
