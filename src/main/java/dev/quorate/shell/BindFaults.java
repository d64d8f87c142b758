package dev.quorate.shell;

import dev.quorate.audit.Redactor;
import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.failure.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words what is wrong with a line, and proposes what was probably meant. */
final class BindFaults {

    private BindFaults() {}

    static BindException unknownCommand(CommandNode group, Word word) {
        List<String> known = new ArrayList<>();
        for (CommandNode child : group.children()) {
            if (child.listed()) {
                known.add(child.word());
            }
        }
        String message = "unknown command \"" + under(group, word.text()) + "\"";
        Optional<String> advice = OldSpellings.advice(word.text());
        if (advice.isPresent() && group.path().isEmpty()) {
            return new BindException(word, message, advice.get());
        }
        Optional<String> nearest = Nearest.to(word.text(), known);
        if (nearest.isPresent()) {
            return new BindException(word, message, "did you mean " + under(group, nearest.get()) + "?");
        }
        if (group.path().isEmpty()) {
            return new BindException(word, message, "help lists the commands");
        }
        return new BindException(word, message, group.path() + " has " + String.join(", ", known));
    }

    private static String under(CommandNode group, String word) {
        return group.path().isEmpty() ? word : group.path() + " " + word;
    }

    static BindException ambiguousCommand(CommandNode group, Word word, List<CommandNode> candidates) {
        List<String> paths = new ArrayList<>();
        for (CommandNode candidate : candidates) {
            paths.add(candidate.path());
        }
        return new BindException(
                word,
                "ambiguous command \"" + under(group, word.text()) + "\"",
                "it could be " + String.join(", ", paths));
    }

    static BindException unknownFlag(CommandNode node, Word word, String name) {
        List<String> known = new ArrayList<>();
        node.command().ifPresent(command -> addNames(known, command.flags()));
        addNames(known, GlobalOptions.ALL);
        String of = node.path().isEmpty() ? "" : " for " + node.path();
        Optional<String> nearest = name.startsWith("--") ? Nearest.to(name, known) : Optional.empty();
        String hint = nearest.map(flag -> "did you mean " + flag + "?").orElseGet(() -> flagHint(node, name));
        return new BindException(word, "unknown flag " + name + of, hint);
    }

    private static String flagHint(CommandNode node, String name) {
        String list = node.path().isEmpty() ? "help lists the flags" : "help " + node.path() + " lists its flags";
        if (name.startsWith("--")) {
            return list;
        }
        return list + "; a value that begins with - goes after --";
    }

    private static void addNames(List<String> names, List<Flag<?>> flags) {
        for (Flag<?> flag : flags) {
            if (!flag.hidden()) {
                names.add("--" + flag.name());
            }
        }
    }

    static BindException missingValue(Scan.Given flag) {
        return new BindException(
                flag.word(),
                flag.name() + " needs a value",
                "write " + flag.name() + " " + flag.flag().type().placeholder().toUpperCase(Locale.ROOT));
    }

    static BindException badFlagValue(Scan.Given given, String why) {
        Optional<String> hint = nearestChoice(given.value(), given.flag().type());
        return badValue(given.word(), given.value(), given.name(), why, hint);
    }

    static BindException badArgument(Word word, CommandSpec command, Argument<?> argument, String why) {
        Optional<String> hint =
                nearestChoice(word.text(), argument.type()).or(() -> OldSpellings.adviceOnArgument(command.words()));
        return badValue(word, word.text(), argument.toString(), why, hint);
    }

    private static Optional<String> nearestChoice(String value, ValueType<?> type) {
        return Nearest.to(value.toLowerCase(Locale.ROOT), type.choices()).map(choice -> "did you mean " + choice + "?");
    }

    private static BindException badValue(Word word, String value, String of, String why, Optional<String> hint) {
        return new BindException(word, "invalid value \"" + value + "\" for " + of + ": " + why, hint.orElse(null));
    }

    static BindException missingArgument(Word last, CommandSpec command, Argument<?> argument) {
        return new BindException(last, command.words() + " needs " + argument, usage(command));
    }

    /** @param words the positional ones; behind the name of a new user there may be a password */
    static BindException surplusArgument(List<Word> words, int index, CommandSpec command) {
        List<String> line = new ArrayList<>(List.of(command.words().split(" ")));
        words.subList(0, index + 1).forEach(word -> line.add(word.text()));
        String shown = Redactor.redact(line).getLast();
        return new BindException(
                words.get(index), "unexpected argument \"" + shown + "\" for " + command.words(), usage(command));
    }

    static BindException noCommand(Word first) {
        return new BindException(first, "no command, only options", "help lists the commands");
    }

    static BindException notForMembers(Word word, CommandSpec command) {
        return new BindException(
                word,
                word.text() + " names members for etcd to answer, which " + command.words() + " does not ask",
                "leave it out; " + usage(command));
    }

    private static String usage(CommandSpec command) {
        return "usage: " + Usage.of(command);
    }
}
