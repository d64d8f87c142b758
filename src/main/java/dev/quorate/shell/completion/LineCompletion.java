package dev.quorate.shell.completion;

import dev.quorate.command.Argument;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.session.NamedMembers;
import dev.quorate.shell.Binder;
import dev.quorate.shell.CommandNode;
import dev.quorate.shell.Expectation;
import dev.quorate.shell.GlobalOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Proposes what may stand at the cursor, from the same declarations the line will be bound by. */
public final class LineCompletion {

    private final Binder binder;
    private final Map<Completes, CompletionSource> sources = new EnumMap<>(Completes.class);

    public LineCompletion(Binder binder, List<CompletionSource> sources) {
        this.binder = binder;
        sources.forEach(source -> this.sources.put(source.kind(), source));
    }

    /** What {@code line} may go on with, in the order to be shown. */
    public Proposals propose(TypedLine line) {
        Expectation expected = binder.expect(line.before(), line.typed());
        if (expected.valueOf().isPresent()) {
            return values(expected.valueOf().get(), line.typed(), expected.prefix());
        }
        if (line.typed().startsWith("-")) {
            return flags(expected, line.typed());
        }
        List<Proposal> found = new ArrayList<>(commandWords(expected.commandWords()));
        Proposals words = expected.argument()
                .map(argument -> argumentWords(argument, line.typed()))
                .orElse(Proposals.NONE);
        found.addAll(words.list());
        if (found.isEmpty() && line.typed().isEmpty() && words.all()) {
            return expected.argument().filter(argument -> argument.least() > 0).isPresent()
                    ? Proposals.NONE
                    : Proposals.all(ownFlags(expected));
        }
        return new Proposals(found, words.all()).startingWith(line.typed());
    }

    private static List<Proposal> commandWords(Collection<CommandNode> nodes) {
        return nodes.stream()
                .filter(CommandNode::listed)
                .map(node -> Proposal.of(node.word(), node.about()))
                .sorted()
                .toList();
    }

    /** Before a letter is typed only those of the command, as the global options would drown them. */
    private static Proposals flags(Expectation expected, String typed) {
        List<Proposal> own = ownFlags(expected);
        if (typed.length() <= 2 && !own.isEmpty()) {
            return new Proposals(own, false);
        }
        return Proposals.all(flags(expected.flags())).startingWith(typed);
    }

    private static List<Proposal> flags(List<Flag<?>> flags) {
        return flags.stream()
                .map(flag -> Proposal.of("--" + flag.name(), flag.description()))
                .sorted()
                .toList();
    }

    /** The flags of the command without the global options. */
    private static List<Proposal> ownFlags(Expectation expected) {
        return expected.command()
                .map(command -> flags(expected.flags().stream()
                        .filter(command.flags()::contains)
                        .toList()))
                .orElse(List.of());
    }

    private Proposals argumentWords(Argument<?> argument, String typed) {
        return words(argument.type(), typed);
    }

    private Proposals values(Flag<?> flag, String typed, String prefix) {
        String value = typed.substring(prefix.length());
        String list = prefix;
        int comma = value.lastIndexOf(',');
        if (flag.repeats() && comma >= 0) {
            list = prefix + value.substring(0, comma + 1);
            value = value.substring(comma + 1);
        }
        String behind = list;
        List<String> there = List.of(behind.substring(prefix.length()).split(","));
        Proposals words = flag.takesWord() ? words(flag.type(), value).without(there) : yesOrNo();
        if (flag == GlobalOptions.AT) {
            words = words.and(Proposal.of(NamedMembers.ALL, "all members"));
        }
        return words.startingWith(value).each(proposal -> proposal.behind(behind));
    }

    private static Proposals yesOrNo() {
        return Proposals.all(List.of(Proposal.of("true"), Proposal.of("false")));
    }

    private Proposals words(ValueType<?> type, String typed) {
        if (!type.choices().isEmpty()) {
            return Proposals.all(type.choices().stream().map(Proposal::of).toList());
        }
        if (type.completes() == Completes.COMMAND) {
            return Proposals.all(commandWords(binder.catalog().root().children()));
        }
        CompletionSource source = sources.get(type.completes());
        return source == null ? Proposals.NONE : source.propose(typed);
    }
}
