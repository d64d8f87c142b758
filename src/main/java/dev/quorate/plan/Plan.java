package dev.quorate.plan;

import java.util.List;

/**
 * What is to be done, readable without doing it.
 *
 * @param name what the whole achieves: {@code sandbox up}
 * @param goOn what the operator does to continue after a failure: {@code run "sandbox up" again}
 * @param stages in order
 */
public record Plan(String name, String goOn, List<Stage> stages) {

    public Plan {
        stages = List.copyOf(stages);
    }
}
