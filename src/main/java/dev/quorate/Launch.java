package dev.quorate;

import dev.quorate.shell.Streams;
import java.util.List;
import java.util.Map;

/**
 * How the program was started.
 *
 * @param inputIsTerminal whether lines are typed, or come from a pipe or file
 */
record Launch(List<String> arguments, Map<String, String> environment, Streams streams, boolean inputIsTerminal) {

    Launch {
        arguments = List.copyOf(arguments);
    }
}
