package dev.quorate.shell;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the words of one line apart: command words, flags with their values, positional words. Flags may stand anywhere;
 * before the first command word a name means the global option, after it the command's own flag first.
 */
final class Scan {

    /** Roots of commands besides etcdctl's that members answer. */
    private static final List<String> ANSWERED_BY_MEMBERS = List.of("access", "downgrade", "status");

    /** Roots of etcdctl: where a prefix fits one of them only, it means that one, however many commands we add. */
    private static final List<String> ETCDCTL =
            List.of(("alarm auth check compaction defrag del elect endpoint get help"
                            + " lease lock make-mirror member move-leader put role snapshot txn user version watch")
                    .split(" "));

    /**
     * A flag on the line.
     *
     * @param name as typed, dashes included
     * @param flag it may turn out to be another command's flag of the same name once the command is known
     * @param first whether it stood before the first command word
     */
    record Given(String name, Flag<?> flag, String value, Word word, boolean first) {}

    private final CommandNode root;
    private final List<Flag<?>> startFlags;
    private final List<Word> positionals = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private final List<String> wordsAfterDashes = new ArrayList<>();
    private CommandNode node;
    private boolean dashes;
    private boolean settled;
    private @Nullable Given awaiting;

    Scan(CommandNode root) {
        this(root, List.of());
    }

    /** @param startFlags flags that may stand before the first command word besides the global ones */
    Scan(CommandNode root, List<Flag<?>> startFlags) {
        this.root = root;
        this.startFlags = startFlags;
        this.node = root;
    }

    CommandNode node() {
        return node;
    }

    /** Whether no command word has come yet. */
    boolean atBegin() {
        return node == root && !dashes;
    }

    List<Word> positionals() {
        return positionals;
    }

    List<Given> given() {
        return given;
    }

    List<String> wordsAfterDashes() {
        return wordsAfterDashes;
    }

    /** Whether no flag can follow any more. */
    boolean dashes() {
        return dashes;
    }

    /** Whether a command word can still follow. */
    boolean settled() {
        return settled;
    }

    /** The flag whose value has not come yet. */
    Optional<Given> awaiting() {
        return Optional.ofNullable(awaiting);
    }

    Scan all(List<Word> words) throws BindException {
        for (Word word : words) {
            next(word);
        }
        return this;
    }

    private void next(Word word) throws BindException {
        String text = word.text();
        if (awaiting != null) {
            give(awaiting.name, awaiting.flag, text, awaiting.word);
            awaiting = null;
            return;
        }
        if (dashes || !isFlag(text)) {
            positional(word);
            return;
        }
        if (text.equals("--")) {
            dashes = true;
            return;
        }
        if (text.startsWith("--")) {
            longFlag(word);
            return;
        }
        shortFlags(word);
    }

    private boolean isFlag(String text) {
        return text.length() > 1 && text.charAt(0) == '-' && !isNegativeNumber(text);
    }

    private static boolean isNegativeNumber(String text) {
        char first = text.charAt(1);
        if (first == '.') {
            return text.length() > 2 && Character.isDigit(text.charAt(2));
        }
        return Character.isDigit(first);
    }

    private void longFlag(Word word) throws BindException {
        String text = word.text();
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Flag<?> flag = flag(word, name);
        if (equals >= 0) {
            give(name, flag, text.substring(equals + 1), word);
            return;
        }
        giveOrAwait(name, flag, word);
    }

    private void shortFlags(Word word) throws BindException {
        String letters = word.text().substring(1);
        for (int index = 0; index < letters.length(); index++) {
            String name = "-" + letters.charAt(index);
            Flag<?> flag = flag(word, name);
            String rest = letters.substring(index + 1);
            if (rest.startsWith("=")) {
                give(name, flag, rest.substring(1), word);
                return;
            }
            if (flag.takesWord() && !rest.isEmpty()) {
                give(name, flag, rest, word);
                return;
            }
            giveOrAwait(name, flag, word);
        }
    }

    private void giveOrAwait(String name, Flag<?> flag, Word word) {
        if (flag.takesWord()) {
            awaiting = new Given(name, flag, "", word, node == root);
            return;
        }
        give(name, flag, "true", word);
    }

    private void give(String name, Flag<?> flag, String value, Word word) {
        given.add(new Given(name, flag, value, word, node == root));
    }

    /** Members that stand before the command: {@code @etcd1,etcd2}. */
    private static boolean namesMembers(String text) {
        return text.length() > 1 && text.charAt(0) == '@';
    }

    private void positional(Word word) throws BindException {
        if (atBegin() && namesMembers(word.text())) {
            give("--" + GlobalOptions.AT.name(), GlobalOptions.AT, word.text().substring(1), word);
            return;
        }
        if (!settled && positionals.isEmpty() && descend(word)) {
            return;
        }
        settled = true;
        positionals.add(word);
        if (dashes) {
            wordsAfterDashes.add(word.text());
        }
    }

    private boolean descend(Word word) throws BindException {
        boolean alsoCommand = node.command().isPresent();
        if (alsoCommand && (dashes || node.children().isEmpty())) {
            return false;
        }
        Optional<CommandNode> child = node.child(word.text());
        if (child.isEmpty() && alsoCommand) {
            return false;
        }
        node = child.isPresent() ? child.get() : byPrefix(word);
        return true;
    }

    private CommandNode byPrefix(Word word) throws BindException {
        List<CommandNode> candidates = node.childrenStartingWith(word.text());
        if (candidates.isEmpty() || word.text().isEmpty()) {
            throw BindFaults.unknownCommand(node, word);
        }
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        List<CommandNode> known = new ArrayList<>();
        for (CommandNode candidate : candidates) {
            if (ETCDCTL.contains(candidate.path())) {
                known.add(candidate);
            }
        }
        if (known.size() == 1) {
            return known.getFirst();
        }
        throw BindFaults.ambiguousCommand(node, word, candidates);
    }

    private Flag<?> flag(Word word, String name) throws BindException {
        if (node == root) {
            return flagIn(startFlags, name)
                    .or(() -> flagIn(GlobalOptions.ALL, name))
                    .or(() -> flagBelow(name))
                    .orElseThrow(() -> BindFaults.unknownFlag(node, word, name));
        }
        return flagBelow(name)
                .or(() -> flagIn(GlobalOptions.ALL, name))
                .orElseThrow(() -> BindFaults.unknownFlag(node, word, name));
    }

    private Optional<Flag<?>> flagBelow(String name) {
        if (node.command().isPresent() && settledFor(node)) {
            return flagIn(node.command().get().flags(), name);
        }
        for (CommandSpec command : node.commands()) {
            Optional<Flag<?>> flag = flagIn(command.flags(), name);
            if (flag.isPresent()) {
                return flag;
            }
        }
        return Optional.empty();
    }

    private boolean settledFor(CommandNode place) {
        return settled || place.children().isEmpty();
    }

    /** Whether members answer {@code command}, so that it can keep to some of them. */
    static boolean isAnsweredByMembers(CommandSpec command) {
        String first = command.words().split(" ", 2)[0];
        return ETCDCTL.contains(first) || ANSWERED_BY_MEMBERS.contains(first);
    }

    /** The flag of {@code flags} called {@code name}: {@code --limit} or {@code -w}. */
    static Optional<Flag<?>> flagIn(List<Flag<?>> flags, String name) {
        for (Flag<?> flag : flags) {
            if (isCalled(flag, name)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }

    private static boolean isCalled(Flag<?> flag, String name) {
        if (name.startsWith("--")) {
            return name.length() == flag.name().length() + 2 && name.endsWith(flag.name());
        }
        return flag.shortName().isPresent() && flag.shortName().get() == name.charAt(1);
    }
}
