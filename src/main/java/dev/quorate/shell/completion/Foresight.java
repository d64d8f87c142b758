package dev.quorate.shell.completion;

import java.util.HashMap;
import java.util.Map;

/**
 * Begins what a line will need as soon as its first word is typed, while the operator types the rest. Each preparation is
 * made beside everything else and without a word; a line never waits for it, and it makes way for the line: what it had not
 * finished goes on when the word is typed again.
 */
public final class Foresight {

    private final Map<String, Runnable> preparations;
    private final Map<String, Thread> begun = new HashMap<>();

    /** @param preparations by the first word of the lines they are for; an interruption ends them */
    public Foresight(Map<String, Runnable> preparations) {
        this.preparations = Map.copyOf(preparations);
    }

    /** Tells the line as far as it is typed. */
    public synchronized void typed(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String first = line.substring(0, blank);
        Runnable preparation = preparations.get(first);
        if (preparation != null && !begun.containsKey(first)) {
            begun.put(
                    first, Thread.ofPlatform().name("prepare " + first).daemon().start(preparation));
        }
    }

    /** Tells that a line was entered. */
    public synchronized void entered() {
        begun.values().removeIf(Foresight::makesWay);
    }

    /** Asks whether it is alive first: what the interruption ended may be gone already, and is not finished for that. */
    private static boolean makesWay(Thread thread) {
        boolean unfinished = thread.isAlive();
        thread.interrupt();
        return unfinished;
    }
}
