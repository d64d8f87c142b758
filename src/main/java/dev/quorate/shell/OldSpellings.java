package dev.quorate.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spellings people know from elsewhere: those of etcdctl's version 2 and of other key-value tools, and a whole pasted
 * {@code etcdctl} line. They run as what they mean, with a remark, unless a command has that name; what means nothing any
 * more is refused with advice.
 */
final class OldSpellings {

    /** A line in today's words and what to say about it. */
    record Rewritten(SourceLine line, String remark) {}

    /**
     * @param words the command it is today
     * @param without the argument it is given where none stands on the line, or {@code null}
     * @param trailing words that follow the line
     */
    private record Spelling(List<String> words, @Nullable String without, List<String> trailing) {

        static Spelling of(String words) {
            return new Spelling(List.of(words.split(" ")), null, List.of());
        }

        String shown() {
            return String.join(" ", words) + (trailing.isEmpty() ? "" : " " + String.join(" ", trailing));
        }
    }

    private static final Spelling LIST = new Spelling(List.of("get"), "", List.of("--prefix", "--keys-only"));

    private static final Map<String, Spelling> TODAY = Map.ofEntries(
            Map.entry("set", Spelling.of("put")),
            Map.entry("mk", Spelling.of("put")),
            Map.entry("delete", Spelling.of("del")),
            Map.entry("rm", Spelling.of("del")),
            Map.entry("ls", LIST),
            Map.entry("cluster-health", new Spelling(List.of("endpoint", "health"), null, List.of("--cluster"))),
            Map.entry("backup", Spelling.of("snapshot save")),
            Map.entry("quit", Spelling.of("exit")),
            Map.entry("logout", Spelling.of("exit")),
            Map.entry("?", Spelling.of("help")));

    private static final Map<String, String> ADVICE = Map.of(
            "mkdir", "etcd has no directories: put the keys themselves",
            "rmdir", "etcd has no directories: del PREFIX --prefix deletes what is under a prefix",
            "setdir", "etcd has no directories: put the keys themselves",
            "updatedir", "etcd has no directories: lease keep-alive prolongs keys that expire",
            "update", "put KEY VALUE writes a key, new or not",
            "exec-watch", "watch KEY -- COMMAND runs a command for each event",
            "migrate", "etcd 3.5 and newer keep no keys of version 2; etcdctl 3.4 migrates them",
            "import", "make-mirror copies keys from cluster to cluster");

    private OldSpellings() {}

    /** What to do instead of the command {@code word}, if people know it from elsewhere. */
    static Optional<String> advice(String word) {
        return Optional.ofNullable(ADVICE.get(word));
    }

    /** What those may have meant who gave the command {@code words} an argument it cannot take. */
    static Optional<String> adviceOnArgument(String words) {
        return words.equals("set") ? Optional.of("to write a key: put KEY VALUE") : Optional.empty();
    }

    static Optional<Rewritten> rewrite(SourceLine line, CommandCatalog catalog) {
        List<Word> words = withoutProgram(line.words());
        Word first = words.getFirst();
        Optional<Spelling> today = today(first.text(), catalog);
        if (today.isPresent()) {
            SourceLine rewritten = new SourceLine(replace(words, today.get()), line.text());
            return Optional.of(new Rewritten(
                    rewritten, first.text() + " is \"" + today.get().shown() + "\" here"));
        }
        if (words.size() == line.words().size()) {
            return Optional.empty();
        }
        String program =
                line.words().get(line.words().size() - words.size() - 1).text();
        return Optional.of(new Rewritten(new SourceLine(words, line.text()), program + " need not be typed here"));
    }

    private static Optional<Spelling> today(String word, CommandCatalog catalog) {
        if (catalog.root().child(word).isPresent()) {
            return Optional.empty();
        }
        Spelling spelling = TODAY.get(word);
        if (spelling == null && word.indexOf('-') > 0) {
            spelling = Spelling.of(word.replace('-', ' '));
        }
        if (spelling == null || catalog.find(String.join(" ", spelling.words())).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(spelling);
    }

    /** Drops {@code ETCDCTL_API=3 etcdctl} and {@code quorate} before a line that was meant for a shell. */
    private static List<Word> withoutProgram(List<Word> words) {
        int begin = 0;
        while (begin < words.size() - 1 && words.get(begin).text().startsWith("ETCDCTL_API=")) {
            begin++;
        }
        String first = words.get(begin).text();
        boolean program = first.equals("etcdctl") || first.equals("quorate");
        if (program && begin < words.size() - 1) {
            return words.subList(begin + 1, words.size());
        }
        return words;
    }

    private static List<Word> replace(List<Word> words, Spelling today) {
        Word first = words.getFirst();
        List<Word> replaced = new ArrayList<>();
        for (String word : today.words()) {
            replaced.add(instead(first, word));
        }
        replaced.addAll(words.subList(1, words.size()));
        if (today.without() != null && words.size() == 1) {
            replaced.add(instead(first, today.without()));
        }
        for (String word : today.trailing()) {
            replaced.add(instead(first, word));
        }
        return replaced;
    }

    private static Word instead(Word word, String text) {
        return new Word(text, word.start(), word.end(), word.line(), word.column(), word.quoted());
    }
}
