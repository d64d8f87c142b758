package dev.quorate.shell;

import dev.quorate.command.CommandSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands there are, by their words. */
public final class CommandCatalog {

    private final List<CommandSpec> commands;
    private final CommandNode root = CommandNode.root();

    public CommandCatalog(List<CommandSpec> commands) {
        this.commands = List.copyOf(commands);
        for (CommandSpec command : commands) {
            root.add(command.words(), command, false);
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
        CommandNode node = root;
        for (String word : words.split(" ")) {
            Optional<CommandNode> child = node.child(word);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            node = child.get();
        }
        return node.command();
    }

    /** The commands that help lists, under their headings, both in the order they were declared. */
    public Map<String, List<CommandSpec>> listedByGroup() {
        Map<String, List<CommandSpec>> groups = new LinkedHashMap<>();
        for (CommandSpec command : commands) {
            if (!command.hidden()) {
                groups.computeIfAbsent(command.group(), heading -> new ArrayList<>()).add(command);
            }
        }
        return groups;
    }
}
