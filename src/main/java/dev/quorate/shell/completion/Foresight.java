package dev.quorate.shell.completion;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Begins what a line will need as soon as its first word is typed, while the operator types the rest. Each preparation is
 * made once, beside everything else and without a word; a line never waits for it.
 */
public final class Foresight {

    private final Map<String, Runnable> preparations;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /** @param preparations by the first word of the lines they are for */
    public Foresight(Map<String, Runnable> preparations) {
        this.preparations = Map.copyOf(preparations);
    }

    /** Tells the line as far as it is typed. */
    public void typed(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String first = line.substring(0, blank);
        Runnable preparation = preparations.get(first);
        if (preparation != null && begun.add(first)) {
            Thread.ofPlatform().name("prepare " + first).daemon().start(preparation);
        }
    }
}
