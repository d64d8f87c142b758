package dev.quorate;

import dev.quorate.shell.StandardStreams;
import java.util.List;
import java.util.Map;

/**
 * Plays typical starts once, so that the JVM can keep the classes they load for every later start.
 *
 * <p>Only {@code scripts/rehearse} runs it, while building. A cache of classes is made from one process, yet the program has
 * several ways in: each argument is played as one line, and on a terminal the console follows.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] lines) {
        for (String line : lines) {
            play(List.of(line.split(" ")));
        }
        if (StandardStreams.inputIsTerminal()) {
            play(List.of());
        }
    }

    private static void play(List<String> arguments) {
        Map<String, String> environment = System.getenv();
        Launch launch = new Launch(
                arguments, environment, StandardStreams.open(environment), StandardStreams.inputIsTerminal());
        Interruption.guarding(() -> QuorateApplication.run(launch));
    }
}
