package dev.quorate.command;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.GoQuoted;
import dev.quorate.output.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a request within a command, of {@code txn} and {@code watch -i}, by etcdctl's rules ({@code argify} in
 * {@code etcdctl/ctlv3/command/util.go}): quotes only at the beginning of a word, Go's escapes within double quotes.
 */
public final class RequestWords {

    private static final Pattern WORD = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^'\"\\s]\\S*[^'\"\\s]?");

    private RequestWords() {}

    /** @throws OperatorException for an escape that is none of Go's */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(unquoted(word.group()));
        }
        return words;
    }

    private static String unquoted(String word) {
        if (word.startsWith("'")) {
            return word.substring(1, word.length() - 1);
        }
        if (!word.startsWith("\"")) {
            return word;
        }
        return GoQuoted.unquote(word)
                .map(RawText::of)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "bad escape in " + word,
                        "within double quotes a backslash begins an escape of Go, such as \\n, \\\" or \\x00"));
    }
}
