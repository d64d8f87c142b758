package dev.quorate.pki;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a certificate authority shall be.
 *
 * @param pathLength how many authorities may stand between it and a leaf; empty for any number
 * @param digest of its own signature; by the strength of the key where empty
 */
public record AuthorityRequest(
        Subject subject,
        KeyType keyType,
        Duration validity,
        OptionalInt pathLength,
        List<AlternativeName> names,
        Distribution distribution,
        Optional<SignatureDigest> digest) {

    public static final Duration TEN_YEARS = Duration.ofDays(3650);

    public AuthorityRequest {
        names = List.copyOf(names);
    }

    /** A P-256 authority for ten years that may sign leaves only. */
    public static AuthorityRequest of(Subject subject) {
        return new AuthorityRequest(
                subject, KeyType.EC_P256, TEN_YEARS, OptionalInt.of(0), List.of(), Distribution.NONE, Optional.empty());
    }
}
