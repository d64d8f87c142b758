package dev.quorate.session;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the session; a line may run under another one, which ends with the line. */
public final class Sessions {

    private static final ScopedValue<Session> OVERLAY = ScopedValue.newInstance();

    private final AtomicReference<Session> standing;

    public Sessions(Session first) {
        standing = new AtomicReference<>(first);
    }

    /** The line's own session where it has one, else the standing one. */
    public Session current() {
        return OVERLAY.isBound() ? OVERLAY.get() : standing.get();
    }

    /** The session lines start from. */
    public Session standing() {
        return standing.get();
    }

    public void change(Session next) {
        standing.set(next);
    }

    /** Runs {@code line} under {@code overlay}. */
    public <T> T under(Session overlay, Callable<T> line) throws Exception {
        return ScopedValue.where(OVERLAY, overlay).call(line::call);
    }
}
