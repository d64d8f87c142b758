package dev.quorate.time;

import java.time.Duration;

/** Lets time pass. A test's pause only moves its clock. */
@FunctionalInterface
public interface Pause {

    void of(Duration duration) throws InterruptedException;

    /** The pause that really waits. */
    static Pause real() {
        return Thread::sleep;
    }
}
