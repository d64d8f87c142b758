package dev.quorate.shell;

import dev.quorate.command.CommandSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the tree of command words: a command, a group of commands, or both. */
public final class CommandNode {

    private final String path;
    private final String word;
    private final Map<String, CommandNode> children = new LinkedHashMap<>();
    private @Nullable CommandSpec command;
    private boolean alias;

    private CommandNode(String path, String word) {
        this.path = path;
        this.word = word;
    }

    static CommandNode root() {
        return new CommandNode("", "");
    }

    void add(String words, CommandSpec spec, boolean asAlias) {
        CommandNode node = this;
        for (String next : words.split(" ")) {
            String childPath = node.path.isEmpty() ? next : node.path + " " + next;
            node = node.children.computeIfAbsent(next, key -> new CommandNode(childPath, key));
        }
        if (node.command != null) {
            throw new IllegalStateException("two commands are called " + words);
        }
        node.command = spec;
        node.alias = asAlias;
    }

    /** Its words from the root: {@code member list}. */
    public String path() {
        return path;
    }

    /** Its own, the last word. */
    public String word() {
        return word;
    }

    /** The command that stands here, absent for a mere group. */
    public Optional<CommandSpec> command() {
        return Optional.ofNullable(command);
    }

    /** Whether it is listed and completed: not hidden and not just another spelling. */
    public boolean listed() {
        if (command != null) {
            return !alias && !command.hidden();
        }
        for (CommandNode child : children.values()) {
            if (child.listed()) {
                return true;
            }
        }
        return false;
    }

    /** What its command does; of a mere group the words that follow: {@code list, add, remove}. */
    public String about() {
        if (command != null) {
            return command.summary();
        }
        List<String> words = new ArrayList<>();
        for (CommandNode child : children.values()) {
            if (child.listed()) {
                words.add(child.word);
            }
        }
        return String.join(", ", words);
    }

    /** The next words, in the order they were declared. */
    public Collection<CommandNode> children() {
        return children.values();
    }

    Optional<CommandNode> child(String exactly) {
        return Optional.ofNullable(children.get(exactly));
    }

    Optional<CommandNode> descendant(String words) {
        CommandNode node = this;
        for (String next : words.split(" ")) {
            node = node.children.get(next);
            if (node == null) {
                return Optional.empty();
            }
        }
        return Optional.of(node);
    }

    /** The next words that begin with {@code prefix}, spellings of the same command counted once. */
    List<CommandNode> childrenStartingWith(String prefix) {
        List<CommandNode> found = new ArrayList<>();
        Set<CommandSpec> commands = new LinkedHashSet<>();
        for (CommandNode child : children.values()) {
            boolean another = child.command == null || commands.add(child.command);
            if (child.word.startsWith(prefix) && another && !child.hidden()) {
                found.add(child);
            }
        }
        return found;
    }

    private boolean hidden() {
        return command != null && command.hidden();
    }

    /** The commands here and below. */
    List<CommandSpec> commands() {
        Set<CommandSpec> found = new LinkedHashSet<>();
        collect(found);
        return List.copyOf(found);
    }

    private void collect(Set<CommandSpec> found) {
        if (command != null) {
            found.add(command);
        }
        for (CommandNode child : children.values()) {
            child.collect(found);
        }
    }
}
