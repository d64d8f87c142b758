package dev.quorate.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds {@code user add} and {@code user passwd} in a line's words, abbreviated or with flags in between. */
final class UserLine {

    /** Flags that take the next word; the word behind any other flag may be the user. */
    private static final Set<String> TAKING_A_WORD = Set.of(
            "--endpoints",
            "--cluster",
            "--context",
            "--cacert",
            "--cert",
            "--key",
            "--command-timeout",
            "--dial-timeout",
            "-w",
            "--write-out");

    private UserLine() {}

    /**
     * The words between the verb and the place behind {@code before}, flags apart; nothing where another command stands
     * there, or where that place is a flag's.
     */
    static Optional<List<String>> behindVerb(List<String> before) {
        if (before.isEmpty() || takesWord(before.getLast())) {
            return Optional.empty();
        }
        List<String> words = positional(before);
        for (int index = 0; index + 1 < words.size(); index++) {
            if (isUser(words.get(index), index) && takesPassword(words.get(index + 1))) {
                return Optional.of(words.subList(index + 2, words.size()));
            }
        }
        return Optional.empty();
    }

    /** Within a line, as behind {@code every 5}, only in full. */
    private static boolean isUser(String word, int index) {
        return word.equals("user") || index == 0 && !word.isEmpty() && "user".startsWith(word);
    }

    private static boolean takesPassword(String verb) {
        return !verb.isEmpty() && ("add".startsWith(verb) || "passwd".startsWith(verb));
    }

    private static boolean takesWord(String word) {
        return TAKING_A_WORD.contains(word);
    }

    private static List<String> positional(List<String> words) {
        List<String> positional = new ArrayList<>();
        boolean value = false;
        for (String word : words) {
            boolean flag = word.startsWith("-") || word.startsWith("ETCDCTL_");
            if (!value && !flag) {
                positional.add(word);
            }
            value = !value && (takesWord(word) || Redactor.takesSecret(word));
        }
        return positional;
    }
}
