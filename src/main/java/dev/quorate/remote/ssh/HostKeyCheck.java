package dev.quorate.remote.ssh;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the key a server shows, and remembers it for whoever must word the refusal. It asks nobody: the connection would
 * time out meanwhile.
 */
final class HostKeyCheck implements HostKeyVerifier {

    private final Stop stop;
    private final KnownHosts known;
    private volatile @Nullable HostKey seen;

    HostKeyCheck(Stop stop, KnownHosts known) {
        this.stop = stop;
        this.known = known;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        HostKey shown = HostKey.of(key);
        seen = shown;
        return switch (known.judge(stop.place(), shown)) {
            case KnownHosts.Verdict.Known _ -> true;
            case KnownHosts.Verdict.Unknown _ -> stop.acceptNew() && accepted(shown);
            case KnownHosts.Verdict.Changed _, KnownHosts.Verdict.Revoked _ -> false;
        };
    }

    private boolean accepted(HostKey shown) {
        known.add(stop.place(), shown);
        return true;
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return known.algorithms(stop.place());
    }

    /** The key the server showed, if it came that far. */
    Optional<HostKey> seen() {
        return Optional.ofNullable(seen);
    }
}
