package dev.quorate.remote;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command as the list of its words, never as text for a shell to split.
 *
 * @param words the program and its arguments; none of them a secret, since every user of a host can read them
 * @param access whether it only looks
 * @param input for its standard input, never shown: the place for secrets
 * @param limit how long it may take
 */
public record ShellCommand(List<String> words, Access access, byte[] input, Duration limit) {

    /** What a command does to its host. */
    public enum Access {
        READS,
        CHANGES
    }

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public ShellCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("command without words");
        }
    }

    /** A command that only looks. */
    public static ShellCommand reads(String program, Object... arguments) {
        return new ShellCommand(words(program, arguments), Access.READS, new byte[0], USUAL_LIMIT);
    }

    /** A command that changes its host. */
    public static ShellCommand changes(String program, Object... arguments) {
        return new ShellCommand(words(program, arguments), Access.CHANGES, new byte[0], USUAL_LIMIT);
    }

    public ShellCommand withInput(byte[] newInput) {
        return new ShellCommand(words, access, newInput, limit);
    }

    public ShellCommand within(Duration newLimit) {
        return new ShellCommand(words, access, input, newLimit);
    }

    /** The command as one line that a POSIX shell splits into exactly these words. */
    public String line() {
        return words.stream().map(ShellCommand::quote).collect(Collectors.joining(" "));
    }

    private static List<String> words(String program, Object... arguments) {
        return Stream.concat(Stream.of(program), Arrays.stream(arguments).map(String::valueOf))
                .toList();
    }

    private static String quote(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** The line, without what goes to standard input. */
    @Override
    public String toString() {
        return line();
    }
}
