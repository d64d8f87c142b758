package dev.quorate.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Counts the time the program itself takes: it stands still while somebody is asked. For durations, never for the time of day. */
public final class WorkingClock extends Clock {

    private final Clock real;
    private Duration stood = Duration.ZERO;
    private Instant stopped = Instant.EPOCH;
    private int questions;

    public WorkingClock(Clock real) {
        this.real = real;
    }

    /** The one that never stands still. */
    public Clock real() {
        return real;
    }

    /** Stands still until {@code question} is answered, and any other that is open meanwhile. */
    public <T> T during(Supplier<T> question) {
        stop();
        try {
            return question.get();
        } finally {
            goOn();
        }
    }

    private synchronized void stop() {
        if (questions++ == 0) {
            stopped = real.instant();
        }
    }

    private synchronized void goOn() {
        if (--questions == 0) {
            stood = stood.plus(Duration.between(stopped, real.instant()));
        }
    }

    @Override
    public synchronized Instant instant() {
        return (questions == 0 ? real.instant() : stopped).minus(stood);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it has no time of day");
    }
}
