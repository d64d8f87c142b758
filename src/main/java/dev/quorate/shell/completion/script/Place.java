package dev.quorate.shell.completion.script;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.shell.CommandNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What may stand at one place of the tree of command words.
 *
 * @param path the words that lead there, empty at the beginning
 * @param words the command words that may follow, with what they are about
 * @param also other spellings of such words, understood and not proposed
 * @param flags with their dashes, and what they are about
 * @param kinds {@code NAME=KIND} for each flag that takes a value and each argument by its position from 1 ({@code *} for
 *     all that are left). The kind is {@code file}, {@code directory}, {@code live} for what the program must be asked,
 *     {@code :a b} for choices, or nothing where nothing can be proposed
 */
record Place(String path, List<Entry> words, List<String> also, List<Entry> flags, List<String> kinds) {

    /** @param about it in a few words */
    record Entry(String name, String about) {}

    /** The place {@code node} and those below it. */
    static List<Place> from(CommandNode node, List<Flag<?>> flagsAtTheBeginning) {
        List<Place> places = new ArrayList<>();
        List<Flag<?>> flags = node.command().map(CommandSpec::flags).orElse(flagsAtTheBeginning);
        places.add(of(node, flags));
        for (CommandNode child : node.children()) {
            if (child.listed() || isAlias(child)) {
                places.addAll(from(child, List.of()));
            }
        }
        return places;
    }

    /** What may stand everywhere. */
    static Place everywhere(List<Flag<?>> options) {
        return new Place("", List.of(), List.of(), entries(options), kinds(options, List.of()));
    }

    private static Place of(CommandNode node, List<Flag<?>> flags) {
        List<Entry> words = node.children().stream()
                .filter(CommandNode::listed)
                .map(child -> new Entry(child.word(), child.about()))
                .toList();
        List<String> also = node.children().stream()
                .filter(Place::isAlias)
                .map(CommandNode::word)
                .toList();
        List<Argument<?>> arguments = node.command().map(CommandSpec::arguments).orElse(List.of());
        return new Place(node.path(), words, also, entries(flags), kinds(flags, arguments));
    }

    private static boolean isAlias(CommandNode node) {
        return !node.listed()
                && node.command().filter(command -> !command.hidden()).isPresent();
    }

    private static List<Entry> entries(List<Flag<?>> flags) {
        return flags.stream()
                .filter(flag -> !flag.hidden())
                .map(flag -> new Entry("--" + flag.name(), flag.description()))
                .toList();
    }

    private static List<String> kinds(List<Flag<?>> flags, List<Argument<?>> arguments) {
        List<String> kinds = new ArrayList<>();
        for (Flag<?> flag : flags) {
            if (flag.takesWord()) {
                String kind = "=" + kind(flag.type());
                kinds.add("--" + flag.name() + kind);
                flag.shortName().ifPresent(letter -> kinds.add("-" + letter + kind));
            }
        }
        for (int index = 0; index < arguments.size(); index++) {
            Argument<?> argument = arguments.get(index);
            String position = argument.most() == Integer.MAX_VALUE ? "*" : Integer.toString(index + 1);
            kinds.add(position + "=" + kind(argument.type()));
        }
        return kinds;
    }

    private static String kind(ValueType<?> type) {
        if (!type.choices().isEmpty()) {
            return ":" + String.join(" ", type.choices());
        }
        return switch (type.completes()) {
            case NOTHING, CHOICE -> "";
            case FILE -> "file";
            case DIRECTORY -> "directory";
            case KEY,
                    MEMBER,
                    ENDPOINT,
                    CONTEXT,
                    CLUSTER,
                    LEASE,
                    USER,
                    ROLE,
                    HOST,
                    CERTIFICATE,
                    SNAPSHOT,
                    SETTING,
                    COMMAND -> "live";
        };
    }
}
