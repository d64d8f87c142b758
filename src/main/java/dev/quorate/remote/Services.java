package dev.quorate.remote;

import java.util.List;

/**
 * The services of a host: processes that somebody other than the console keeps, and that outlive it. They are systemd's
 * units over SSH; on the machine at hand a supervisor of our own takes its place.
 */
public interface Services {

    ServiceStatus status(String service) throws InterruptedException;

    /**
     * Starts it and returns as soon as it runs; whether it serves is another question. Fine if it runs already.
     */
    void start(String service) throws InterruptedException;

    /** Asks it to end, then makes it. Returns when it has ended. Fine if it does not run. */
    void stop(String service) throws InterruptedException;

    /**
     * Ends it as {@link #stop} does and starts it anew, where the keeper of services can by one order, so that nothing stays
     * stopped if the console ends in between. Returns as soon as it runs.
     */
    default void restart(String service) throws InterruptedException {
        stop(service);
        start(service);
    }

    /** Ends it without asking, as a crash would. */
    void kill(String service) throws InterruptedException;

    /** Freezes it: it is there and answers nothing. */
    void pause(String service) throws InterruptedException;

    /** Lets it go on after {@link #pause}. */
    void resume(String service) throws InterruptedException;

    /** The last lines it has logged. */
    List<String> logTail(String service, int lines) throws InterruptedException;
}
