package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.BadValueException;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.session.SettingValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a line's words a command with its values, strictly: what is unknown, missing, surplus or no value of its type is
 * refused before anything happens. A bare group and {@code --help} become {@code help} for the words they stand at.
 */
public final class Binder {

    private final CommandCatalog catalog;

    public Binder(CommandCatalog catalog) {
        this.catalog = catalog;
    }

    public CommandCatalog catalog() {
        return catalog;
    }

    /** @throws BindException naming the word at fault */
    public BoundLine bind(SourceLine line) throws BindException {
        Optional<OldSpellings.Rewritten> old = OldSpellings.rewrite(line, catalog);
        if (old.isPresent()) {
            return bindAsSpelled(old.get().line()).withRemark(old.get().remark());
        }
        return bindAsSpelled(line);
    }

    /** The options the program was started with, or empty where {@code line} is more than options. */
    public Optional<BoundLine> bindStart(SourceLine line) throws BindException {
        Scan scan = new Scan(catalog.root(), StartOptions.SPEC.flags());
        try {
            scan.all(line.words());
        } catch (BindException e) {
            return Optional.empty();
        }
        if (scan.node() != catalog.root() || asksForHelp(scan)) {
            return Optional.empty();
        }
        if (scan.awaiting().isPresent()) {
            throw BindFaults.missingValue(scan.awaiting().get());
        }
        return Optional.of(bind(line, StartOptions.SPEC, scan));
    }

    private BoundLine bindAsSpelled(SourceLine line) throws BindException {
        Scan scan = new Scan(catalog.root()).all(line.words());
        Optional<CommandSpec> help = catalog.find("help");
        if (help.isPresent() && asksForHelp(scan)) {
            return help(line, help.get(), scan);
        }
        if (scan.awaiting().isPresent()) {
            throw BindFaults.missingValue(scan.awaiting().get());
        }
        Optional<CommandSpec> command = scan.node().command();
        if (command.isPresent()) {
            return bind(line, command.get(), scan);
        }
        if (help.isEmpty() || scan.node() == catalog.root()) {
            throw BindFaults.noCommand(line.words().getFirst());
        }
        givenByFlag(List.of(), scan);
        return help(line, help.get(), scan);
    }

    private static BoundLine bind(SourceLine line, CommandSpec command, Scan scan) throws BindException {
        Map<Flag<?>, Object> flags = new LinkedHashMap<>();
        SettingValues settings = SettingValues.NONE;
        for (Map.Entry<Flag<?>, List<Scan.Given>> entry :
                givenByFlag(command.flags(), scan).entrySet()) {
            List<String> words = values(entry.getValue());
            if (entry.getKey() == GlobalOptions.AT && !Scan.isAnsweredByMembers(command)) {
                throw BindFaults.notForMembers(entry.getValue().getLast().word(), command);
            }
            flags.put(
                    entry.getKey(),
                    value(entry.getKey(), words, entry.getValue().getLast()));
            settings = GlobalOptions.add(settings, entry.getKey(), words);
        }
        Map<Argument<?>, Object> arguments =
                arguments(command, scan.positionals(), line.words().getLast());
        return new BoundLine(
                line,
                command,
                flags,
                arguments,
                settings,
                data(command, scan.positionals()),
                scan.wordsAfterDashes(),
                Optional.empty());
    }

    private static boolean asksForHelp(Scan scan) {
        for (Scan.Given given : scan.given()) {
            if (given.flag() == GlobalOptions.HELP && given.value().equals("true")) {
                return true;
            }
        }
        return false;
    }

    private BoundLine help(SourceLine line, CommandSpec help, Scan scan) {
        List<String> words = scan.node() == catalog.root()
                ? List.of()
                : List.of(scan.node().path().split(" "));
        Argument<?> topic = help.arguments().getFirst();
        return new BoundLine(
                line, help, Map.of(), Map.of(topic, words), SettingValues.NONE, List.of(), List.of(), Optional.empty());
    }

    private static Map<Flag<?>, List<Scan.Given>> givenByFlag(List<Flag<?>> own, Scan scan) throws BindException {
        Map<Flag<?>, List<Scan.Given>> given = new LinkedHashMap<>();
        for (Scan.Given one : scan.given()) {
            given.computeIfAbsent(meant(own, one, scan.node()), flag -> new ArrayList<>())
                    .add(one);
        }
        return given;
    }

    private static Flag<?> meant(List<Flag<?>> own, Scan.Given given, CommandNode node) throws BindException {
        Optional<Flag<?>> global = Scan.flagIn(GlobalOptions.ALL, given.name());
        if (given.first() && global.isPresent()) {
            return global.get();
        }
        return Scan.flagIn(own, given.name())
                .or(() -> global)
                .orElseThrow(() -> BindFaults.unknownFlag(node, given.word(), given.name()));
    }

    private static List<String> values(List<Scan.Given> given) {
        List<String> words = new ArrayList<>();
        for (Scan.Given one : given) {
            words.add(one.value());
        }
        return words;
    }

    private static Object value(Flag<?> flag, List<String> words, Scan.Given last) throws BindException {
        boolean setting = GlobalOptions.setting(flag).isPresent();
        if (setting && flag.type().equals(ValueTypes.FILE) && last.value().isEmpty()) {
            throw BindFaults.badFlagValue(last, "it names no file");
        }
        try {
            return flag.parse(words);
        } catch (BadValueException e) {
            throw BindFaults.badFlagValue(last, e.getMessage());
        }
    }

    private static Map<Argument<?>, Object> arguments(CommandSpec command, List<Word> words, Word last)
            throws BindException {
        Map<Argument<?>, Object> values = new LinkedHashMap<>();
        int next = 0;
        for (Argument<?> argument : command.arguments()) {
            int end = argument.most() == Integer.MAX_VALUE
                    ? words.size()
                    : Math.min(next + argument.most(), words.size());
            if (end - next < argument.least()) {
                throw BindFaults.missingArgument(last, command, argument);
            }
            values.put(argument, value(command, argument, words.subList(next, end), last));
            next = end;
        }
        if (next < words.size()) {
            throw BindFaults.surplusArgument(words, next, command);
        }
        return values;
    }

    private static Object value(CommandSpec command, Argument<?> argument, List<Word> words, Word last)
            throws BindException {
        List<String> texts = new ArrayList<>();
        for (Word word : words) {
            texts.add(word.text());
        }
        try {
            return argument.parse(texts);
        } catch (BadValueException e) {
            throw BindFaults.badArgument(words.isEmpty() ? last : words.getLast(), command, argument, e.getMessage());
        }
    }

    private static List<Word> data(CommandSpec command, List<Word> words) {
        for (int index = 0; index < Math.min(words.size(), command.arguments().size()); index++) {
            if (command.arguments().get(index).name().equals("value")) {
                return words.subList(index, words.size());
            }
        }
        return List.of();
    }

    /** The place in the tree that {@code words} name, by the rules of any line. */
    CommandNode place(List<String> words) {
        try {
            Scan scan =
                    new Scan(catalog.root()).all(SourceLine.ofArguments(words).words());
            if (!scan.positionals().isEmpty()) {
                throw BindFaults.unknownCommand(scan.node(), scan.positionals().getFirst());
            }
            return scan.node();
        } catch (BindException e) {
            throw e.asFailure();
        }
    }

    /** What the global options among {@code words}, the begin of a line, say of the session; nothing where they are wrong. */
    public SettingValues settings(List<Word> words) {
        try {
            Scan scan = new Scan(catalog.root()).all(words);
            List<Flag<?>> own = scan.node().command().map(CommandSpec::flags).orElse(List.of());
            SettingValues settings = SettingValues.NONE;
            for (Map.Entry<Flag<?>, List<Scan.Given>> entry :
                    givenByFlag(own, scan).entrySet()) {
                settings = GlobalOptions.add(settings, entry.getKey(), values(entry.getValue()));
            }
            return settings;
        } catch (BindException e) {
            return SettingValues.NONE;
        }
    }

    /**
     * What may come after {@code before}, the words left of the cursor; the word being typed is not among them.
     *
     * @param typed what stands of that word up to the cursor
     */
    public Expectation expect(List<Word> before, String typed) {
        try {
            return Expectation.of(new Scan(catalog.root()).all(before), typed);
        } catch (BindException e) {
            return Expectation.nothing();
        }
    }
}
