package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the word at the cursor may be, for completion and hints. Several parts may be present at once: after {@code lock}
 * may come the word {@code list}, the argument {@code name} and a flag.
 *
 * @param commandWords the command words that may stand here, the listed ones, whatever was typed of them
 * @param command the command the line is known to be so far
 * @param valueOf the flag whose value stands here; nothing else may then
 * @param argument the argument whose word stands here
 * @param flags the flags that may stand here, given ones that do not repeat left out
 * @param given the flags on the line so far
 * @param prefix what of the typed word belongs before a value: {@code --write-out=}, {@code -w}
 */
public record Expectation(
        List<CommandNode> commandWords,
        Optional<CommandSpec> command,
        Optional<Flag<?>> valueOf,
        Optional<Argument<?>> argument,
        List<Flag<?>> flags,
        List<Flag<?>> given,
        String prefix) {

    static Expectation nothing() {
        return new Expectation(
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), "");
    }

    static Expectation of(Scan scan, String typed) {
        List<Flag<?>> given = new ArrayList<>();
        for (Scan.Given one : scan.given()) {
            given.add(one.flag());
        }
        Optional<CommandSpec> command = scan.node().command();
        if (scan.awaiting().isPresent()) {
            return value(command, scan.awaiting().get().flag(), given, "");
        }
        if (typed.startsWith("@") && scan.atBegin()) {
            return value(command, GlobalOptions.AT, given, "@");
        }
        List<Flag<?>> flags = scan.dashes() ? List.of() : flags(command, given);
        Optional<Expectation> attached = scan.dashes() ? Optional.empty() : attached(command, given, typed);
        return attached.orElseGet(() -> new Expectation(
                commandWords(scan), command, Optional.empty(), argument(command, scan), flags, given, ""));
    }

    /** {@code --write-out=j} and {@code -wj}. */
    private static Optional<Expectation> attached(Optional<CommandSpec> command, List<Flag<?>> given, String typed) {
        int equals = typed.indexOf('=');
        String name = equals > 0 ? typed.substring(0, equals) : shortName(typed);
        if (!typed.startsWith("-") || name.isEmpty()) {
            return Optional.empty();
        }
        String prefix = equals > 0 ? typed.substring(0, equals + 1) : name;
        return Scan.flagIn(flags(command, List.of()), name)
                .filter(flag -> equals > 0 || flag.takesWord())
                .map(flag -> value(command, flag, given, prefix));
    }

    private static String shortName(String typed) {
        return typed.length() > 2 && typed.charAt(1) != '-' ? typed.substring(0, 2) : "";
    }

    private static Expectation value(Optional<CommandSpec> command, Flag<?> flag, List<Flag<?>> given, String prefix) {
        return new Expectation(List.of(), command, Optional.of(flag), Optional.empty(), List.of(), given, prefix);
    }

    private static List<CommandNode> commandWords(Scan scan) {
        List<CommandNode> words = new ArrayList<>();
        if (scan.settled()) {
            return words;
        }
        for (CommandNode child : scan.node().children()) {
            if (child.listed()) {
                words.add(child);
            }
        }
        return words;
    }

    private static Optional<Argument<?>> argument(Optional<CommandSpec> command, Scan scan) {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        int position = scan.positionals().size();
        for (Argument<?> argument : command.get().arguments()) {
            if (argument.most() == Integer.MAX_VALUE || position < argument.most()) {
                return Optional.of(argument);
            }
            position -= argument.most();
        }
        return Optional.empty();
    }

    private static List<Flag<?>> flags(Optional<CommandSpec> command, List<Flag<?>> given) {
        List<Flag<?>> flags = new ArrayList<>();
        command.ifPresent(known -> addNew(flags, known.flags(), given));
        addNew(flags, GlobalOptions.ALL, given);
        return flags;
    }

    private static void addNew(List<Flag<?>> flags, List<Flag<?>> candidates, List<Flag<?>> given) {
        for (Flag<?> candidate : candidates) {
            boolean shadowed = Scan.flagIn(flags, "--" + candidate.name()).isPresent();
            if (!candidate.hidden() && !shadowed && (!given.contains(candidate) || candidate.repeats())) {
                flags.add(candidate);
            }
        }
    }
}
