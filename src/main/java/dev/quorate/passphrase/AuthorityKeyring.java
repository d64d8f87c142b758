package dev.quorate.passphrase;

import dev.quorate.pki.Passphrase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Passphrases of CA keys that the operator unlocked for a time, in this process only. */
public final class AuthorityKeyring {

    private record Unlocked(Passphrase passphrase, Instant until) {}

    private final Clock clock;
    private final Map<Path, Unlocked> unlocked = new HashMap<>();

    public AuthorityKeyring(Clock clock) {
        this.clock = clock;
    }

    /** Keeps {@code passphrase} for {@code time}; answers until when. */
    public synchronized Instant unlock(Path key, Passphrase passphrase, Duration time) {
        lock(key);
        Instant until = clock.instant().plus(time);
        unlocked.put(key, new Unlocked(passphrase.copy(), until));
        return until;
    }

    /** A copy of the passphrase of {@code key}, unless its time is over. */
    public synchronized Optional<Passphrase> passphrase(Path key) {
        Unlocked entry = unlocked.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(entry.until())) {
            lock(key);
            return Optional.empty();
        }
        return Optional.of(entry.passphrase().copy());
    }

    /** Forgets the passphrase of {@code key}; answers whether there was one. */
    public synchronized boolean lock(Path key) {
        Unlocked entry = unlocked.remove(key);
        if (entry == null) {
            return false;
        }
        entry.passphrase().close();
        return true;
    }
}
