package dev.quorate.shell.terminal;

import dev.quorate.session.Protection;
import dev.quorate.session.Sessions;
import dev.quorate.shell.ActiveQuestions;
import java.util.Map;

/**
 * Where the console runs.
 *
 * @param sessions where the operator stands, which the prompt tells
 * @param health how the cluster there stands, which the prompt tells too
 * @param protection of the context there, which the prompt tells as well
 * @param questions become the terminal's while the console runs
 * @param environment variables of the process, for {@code TERM} and {@code NO_COLOR}
 */
public record Surroundings(
        Sessions sessions,
        HealthLook health,
        Protection protection,
        ActiveQuestions questions,
        Map<String, String> environment) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
