package dev.quorate.testing;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Values;
import dev.quorate.failure.OperatorException;
import dev.quorate.shell.BindException;
import dev.quorate.shell.Binder;
import dev.quorate.shell.CommandCatalog;
import dev.quorate.shell.SourceLine;
import java.util.List;

/** Binds words to declared commands as the console does. */
public final class Lines {

    private Lines() {}

    /** @throws OperatorException if the words make none of {@code commands} */
    public static Values bind(List<CommandSpec> commands, List<String> words) {
        var binder = new Binder(new CommandCatalog(commands));
        try {
            return binder.bind(SourceLine.ofArguments(words));
        } catch (BindException e) {
            throw e.asFailure();
        }
    }

    public static Values bind(CommandGroup group, String... words) {
        return bind(group.commands(), List.of(words));
    }
}
