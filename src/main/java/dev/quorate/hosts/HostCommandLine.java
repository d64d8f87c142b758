package dev.quorate.hosts;

import dev.quorate.remote.ShellCommand;
import java.time.Duration;
import java.util.List;

/**
 * What an operator wants run: one word is text for the host's shell, several are a program and its arguments.
 */
record HostCommandLine(List<String> words) {

    private static final Duration LONGEST = Duration.ofHours(24);

    HostCommandLine {
        words = List.copyOf(words);
    }

    boolean onlyLooks() {
        return Looking.only(words);
    }

    ShellCommand command() {
        List<String> whole = words.size() == 1 ? List.of("sh", "-c", words.getFirst()) : words;
        Object[] arguments = whole.subList(1, whole.size()).toArray();
        ShellCommand command = onlyLooks()
                ? ShellCommand.reads(whole.getFirst(), arguments)
                : ShellCommand.changes(whole.getFirst(), arguments);
        return command.within(LONGEST);
    }

    @Override
    public String toString() {
        return words.size() == 1
                ? words.getFirst()
                : ShellCommand.reads(
                                words.getFirst(), words.subList(1, words.size()).toArray())
                        .line();
    }
}
