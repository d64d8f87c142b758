package dev.quorate.remote;

import java.time.Instant;
import java.util.Optional;

/**
 * How a service stands.
 *
 * @param process what runs; empty when nothing does
 */
public record ServiceStatus(State state, Optional<Running> process) {

    /** What a service is doing. */
    public enum State {
        RUNNING,
        /** Frozen by a signal. */
        PAUSED,
        /** Not started, or stopped on purpose. */
        STOPPED,
        /** Ended by itself or by force. */
        DEAD
    }

    /** A process and since when it runs. */
    public record Running(long pid, Instant since) {}

    public static ServiceStatus running(Running process) {
        return new ServiceStatus(State.RUNNING, Optional.of(process));
    }

    public static ServiceStatus paused(Running process) {
        return new ServiceStatus(State.PAUSED, Optional.of(process));
    }

    public static ServiceStatus stopped() {
        return new ServiceStatus(State.STOPPED, Optional.empty());
    }

    public static ServiceStatus dead() {
        return new ServiceStatus(State.DEAD, Optional.empty());
    }

    /** Whether there is a process, frozen or not. */
    public boolean alive() {
        return process.isPresent();
    }
}
