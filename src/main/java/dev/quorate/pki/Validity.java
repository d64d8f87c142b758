package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From when until when a certificate holds, in whole seconds. */
public record Validity(Instant notBefore, Instant notAfter) {

    /** Begins this much in the past, so that a host whose clock is behind accepts the certificate at once. */
    static final Duration BACKDATE = Duration.ofMinutes(5);

    /** The last moment that a certificate can tell of (RFC 5280, 4.1.2.5). */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** {@code length} from a moment before {@code now}. */
    static Validity from(Instant now, Duration length) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS).minus(BACKDATE);
        if (length.compareTo(Duration.between(start, LAST)) > 0) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    length.toDays() + " days from now lie beyond the year 9999, where the time of certificates ends",
                    "say fewer days, such as 3650");
        }
        return new Validity(start, start.plus(length));
    }

    /** Cut to what lies within {@code issuer}: nothing outlives what it is verified with. */
    Validity within(Validity issuer) {
        Instant start = notBefore.isBefore(issuer.notBefore) ? issuer.notBefore : notBefore;
        Instant end = notAfter.isAfter(issuer.notAfter) ? issuer.notAfter : notAfter;
        return new Validity(start, end);
    }

    public boolean holdsAt(Instant moment) {
        return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
    }

    /** Whole days from {@code moment} to the end; negative once it is over. */
    public long daysLeft(Instant moment) {
        return Math.floorDiv(
                Duration.between(moment, notAfter).toSeconds(),
                Duration.ofDays(1).toSeconds());
    }
}
