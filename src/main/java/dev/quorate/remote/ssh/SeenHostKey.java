package dev.quorate.remote.ssh;

import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.List;

/** A host key as a host showed it, beside what is known of that host. */
public final class SeenHostKey {

    private final Stop stop;
    private final HostKey key;
    private final KnownHosts known;

    SeenHostKey(Stop stop, HostKey key, KnownHosts known) {
        this.stop = stop;
        this.key = key;
        this.known = known;
    }

    /** What is known of a key. */
    public enum Standing {
        KNOWN,
        UNKNOWN,
        CHANGED,
        REVOKED
    }

    /** The operator's name for the host. */
    public String host() {
        return stop.name();
    }

    /** {@code host} or {@code [host]:port}. */
    public String place() {
        return stop.place();
    }

    public HostKey key() {
        return key;
    }

    public Standing standing() {
        return switch (known.judge(stop.place(), key)) {
            case KnownHosts.Verdict.Known _ -> Standing.KNOWN;
            case KnownHosts.Verdict.Unknown _ -> Standing.UNKNOWN;
            case KnownHosts.Verdict.Changed _ -> Standing.CHANGED;
            case KnownHosts.Verdict.Revoked _ -> Standing.REVOKED;
        };
    }

    /** @throws OperatorException if it is changed or revoked, naming file and line */
    public void refuseContradiction() {
        Failure failure = switch (known.judge(stop.place(), key)) {
            case KnownHosts.Verdict.Changed changed -> HostKeyTalk.changed(stop, key, changed);
            case KnownHosts.Verdict.Revoked revoked -> HostKeyTalk.revoked(stop, key, revoked);
            case KnownHosts.Verdict.Known _, KnownHosts.Verdict.Unknown _ -> null;
        };
        if (failure != null) {
            throw new OperatorException(failure);
        }
    }

    /** The file {@link #remember} writes to. */
    public Path file() {
        return stop.knownHosts().getFirst();
    }

    /** Accepts the key from now on. */
    public void remember() {
        known.add(stop.place(), key);
    }

    /** Those of {@code keys} nobody has accepted yet. */
    public static List<SeenHostKey> unknown(List<SeenHostKey> keys) {
        return keys.stream().filter(each -> each.standing() == Standing.UNKNOWN).toList();
    }
}
