package dev.quorate.shell;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ParsedInput;

/** All commands there are, by their words; each is registered with Spring Shell and executed through its model. */
public final class CommandCatalog {

    private final List<CommandSpec> commands;
    private final CommandRegistry registry = new CommandRegistry();
    private final Map<String, QuorateCommand> executables = new HashMap<>();
    private final CommandNode root = CommandNode.root();

    public CommandCatalog(List<CommandSpec> commands) {
        this.commands = List.copyOf(commands);
        for (CommandSpec command : commands) {
            root.add(command.words(), command, false);
            QuorateCommand executable = new QuorateCommand(command);
            executables.put(command.words(), executable);
            registry.registerCommand(executable);
        }
        for (CommandSpec command : commands) {
            for (String alias : command.aliases()) {
                root.add(alias, command, true);
            }
        }
    }

    /** In the order they were declared, the hidden ones too. */
    public List<CommandSpec> commands() {
        return commands;
    }

    public CommandNode root() {
        return root;
    }

    /** The command of exactly these words or of an alias. */
    public Optional<CommandSpec> find(String words) {
        return root.descendant(words).flatMap(CommandNode::command);
    }

    /** The commands that help lists, under their headings, both in the order they were declared. */
    public Map<String, List<CommandSpec>> listedByGroup() {
        Map<String, List<CommandSpec>> groups = new LinkedHashMap<>();
        for (CommandSpec command : commands) {
            if (!command.hidden()) {
                groups.computeIfAbsent(command.group(), heading -> new ArrayList<>())
                        .add(command);
            }
        }
        return groups;
    }

    void execute(Invocation line) throws Exception {
        QuorateCommand command = executables.get(line.command().words());
        if (command == null) {
            throw new IllegalArgumentException(line.command().words() + " is not in the catalog");
        }
        ParsedInput input =
                ParsedInput.builder().commandName(line.command().words()).build();
        PrintWriter notes = new PrintWriter(Writer.nullWriter());
        command.execute(new CommandContext(input, registry, notes, new QuorateCommand.BoundInput(line)));
    }
}
