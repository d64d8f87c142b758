package dev.quorate.shell;

import dev.quorate.audit.AuditEntry;
import dev.quorate.audit.AuditLog;
import dev.quorate.audit.Redactor;
import dev.quorate.command.Effect;
import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps account of lines that could change something. */
public final class AuditTrail {

    /** The work of a line. */
    interface Work {
        void run() throws Exception;
    }

    private final AuditLog log;
    private final Clock clock;
    private final String user;
    private boolean complained;

    public AuditTrail(AuditLog log, Clock clock, String user) {
        this.log = log;
        this.clock = clock;
        this.user = user;
    }

    /** Does {@code work} and records it, unless the line only looks. */
    void around(BoundLine line, Session session, Streams.Talk error, Work work) throws Exception {
        if (line.command().effectOf().apply(line) == Effect.READS
                || session.options().dryRun()) {
            work.run();
            return;
        }
        Instant start = clock.instant();
        int status = 1;
        try {
            work.run();
            status = 0;
        } catch (OperatorException e) {
            status = e.exitStatus();
            throw e;
        } finally {
            Duration took = Duration.between(start, clock.instant());
            record(new AuditEntry(start, user, cluster(session), told(line), status, took), error);
        }
    }

    private void record(AuditEntry entry, Streams.Talk error) {
        try {
            log.record(entry);
        } catch (IOException e) {
            if (!complained) {
                error.line("Warning: the audit log cannot be written: " + e.getMessage());
                complained = true;
            }
        }
    }

    private static String cluster(Session session) {
        return session.cluster()
                .filter(name -> !name.isEmpty())
                .orElseGet(() ->
                        session.etcd().endpoints().stream().map(Endpoint::text).collect(Collectors.joining(",")));
    }

    /** The words of {@code line} without secrets; of values only how long they are. */
    static String told(BoundLine line) {
        List<String> words = new ArrayList<>();
        for (Word word : line.source().words()) {
            words.add(line.values().contains(word) ? length(word.text()) : word.text());
        }
        return String.join(" ", Redactor.redact(words));
    }

    private static String length(String value) {
        return "(" + value.getBytes(StandardCharsets.UTF_8).length + " bytes)";
    }
}
