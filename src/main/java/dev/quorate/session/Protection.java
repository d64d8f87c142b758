package dev.quorate.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which contexts are protected, which {@link ContextStore} keeps for everybody, and which of them are unlocked for a while,
 * which holds in this process alone.
 */
public final class Protection {

    /** How a session stands. */
    public sealed interface State {
        /** Not protected. */
        record Open() implements State {}

        record Locked(String context) implements State {}

        /** @param left until it locks again by itself */
        record Unlocked(String context, Duration left) implements State {}
    }

    private static final State OPEN = new State.Open();

    private final ContextStore contexts;
    private final Clock clock;
    private final Map<String, Instant> unlocked = new HashMap<>();

    public Protection(ContextStore contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    public State of(Session session) {
        Optional<String> context = session.cluster().filter(contexts::isProtected);
        return context.map(this::state).orElse(OPEN);
    }

    private synchronized State state(String context) {
        Instant until = unlocked.get(context);
        Instant now = clock.instant();
        if (until == null || !now.isBefore(until)) {
            unlocked.remove(context);
            return new State.Locked(context);
        }
        return new State.Unlocked(context, Duration.between(now, until));
    }

    /** Protects {@code context}, and locks it where it was unlocked. */
    public synchronized void protect(String context) {
        contexts.protect(context);
        unlocked.remove(context);
    }

    public void unprotect(String context) {
        contexts.unprotect(context);
    }

    /** Lets this process change things in {@code context} until the time that is answered. */
    public synchronized Instant unlock(String context, Duration time) {
        Instant until = clock.instant().plus(time);
        unlocked.put(context, until);
        return until;
    }
}
