package dev.quorate.audit;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.HostAudit;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Keeps every change to a host in the audit log, before it is tried. What cannot be recorded is not done. */
public final class HostChanges implements HostAudit {

    private final AuditLog log;
    private final Clock clock;
    private final String user;

    public HostChanges(AuditLog log, Clock clock, String user) {
        this.log = log;
        this.clock = clock;
        this.user = user;
    }

    @Override
    public void changing(String host, String change) {
        try {
            log.record(new AuditEntry(clock.instant(), user, host, firstLine(change), 0, Duration.ZERO));
        } catch (IOException e) {
            throw new OperatorException(
                    new Failure(
                            "the audit log cannot be written, so nothing is changed on " + host + ": " + e.getMessage(),
                            "make room in the home of the console",
                            ExitCode.IO),
                    e);
        }
    }

    private static String firstLine(String change) {
        return change.lines().findFirst().orElse("");
    }
}
