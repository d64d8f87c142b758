package dev.quorate.session;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the session; a line may run under another one, which ends with the line. */
public final class Sessions {

    /** Of a script; unbound outside of one. */
    private static final ScopedValue<AtomicReference<Session>> SCRIPT = ScopedValue.newInstance();

    private static final ScopedValue<Optional<Session>> OVERLAY = ScopedValue.newInstance();

    private final AtomicReference<Session> standing;

    public Sessions(Session first) {
        standing = new AtomicReference<>(first);
    }

    /** The line's own session where it has one, else the standing one. */
    public Session current() {
        return OVERLAY.orElse(Optional.empty()).orElseGet(this::standing);
    }

    /** The session lines start from. */
    public Session standing() {
        return SCRIPT.orElse(standing).get();
    }

    public void change(Session next) {
        SCRIPT.orElse(standing).set(next);
    }

    /** Runs {@code line} under {@code overlay}. */
    public <T> T under(Session overlay, Callable<T> line) throws Exception {
        return ScopedValue.where(OVERLAY, Optional.of(overlay)).call(line::call);
    }

    /** Runs {@code lines} that start from the current session; what they change in it ends with them. */
    public <T> T script(Callable<T> lines) throws Exception {
        return ScopedValue.where(SCRIPT, new AtomicReference<>(current()))
                .where(OVERLAY, Optional.empty())
                .call(lines::call);
    }
}
