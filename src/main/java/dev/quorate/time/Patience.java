package dev.quorate.time;

import java.time.Duration;

/**
 * Looks again and again until something is so or time is up.
 *
 * @param limit how long to wait at the most, the looks themselves not counted
 * @param interval between two looks
 */
public record Patience(Pause pause, Duration limit, Duration interval) {

    /** Something that may become true. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Whether {@code condition} held before time was up. It is asked once at the least. */
    public boolean until(Condition condition) throws InterruptedException {
        Duration waited = Duration.ZERO;
        while (!condition.holds()) {
            if (waited.compareTo(limit) >= 0) {
                return false;
            }
            pause.of(interval);
            waited = waited.plus(interval);
        }
        return true;
    }
}
