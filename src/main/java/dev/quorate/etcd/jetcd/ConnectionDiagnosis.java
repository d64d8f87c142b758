package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.thread.Daemons;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Finds out why endpoints do not answer and puts it into one failure. All are looked at side by side. */
final class ConnectionDiagnosis {

    /** Enough for a round trip to anywhere; whoever was given the dial timeout before need not have it again. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final TransportSecurity security;
    private final Duration dialTimeout;

    ConnectionDiagnosis(TransportSecurity security, Duration dialTimeout) {
        this.security = security;
        this.dialTimeout = dialTimeout;
    }

    /** Why none of {@code endpoints} can be reached. */
    OperatorException unreachable(List<Endpoint> endpoints) throws InterruptedException {
        return failure(look(endpoints));
    }

    OperatorException failure(Map<Endpoint, Finding> findings) {
        return new OperatorException(new Failure(what(findings), hint(findings), ExitCode.BAD_CONNECTION));
    }

    /** What the server at {@code endpoint} shows, whatever is wrong with it; none where it is spoken to in plain text. */
    Optional<X509Certificate> certificate(Endpoint endpoint) {
        if (!security.secure(endpoint)) {
            return Optional.empty();
        }
        return Optional.ofNullable(new EndpointProbe(endpoint, security, dialTimeout, dialTimeout).peek());
    }

    /** Whether something takes connections at {@code endpoint}. */
    boolean listens(Endpoint endpoint) {
        return new EndpointProbe(endpoint, security, dialTimeout.dividedBy(8), dialTimeout).listens();
    }

    Map<Endpoint, Finding> look(List<Endpoint> endpoints) throws InterruptedException {
        Map<Endpoint, FutureTask<Finding>> looks = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            FutureTask<Finding> look =
                    new FutureTask<>(() -> new EndpointProbe(endpoint, security, LOOK, dialTimeout).look());
            looks.put(endpoint, look);
            Daemons.start("probe " + endpoint, look);
        }
        long end = System.nanoTime() + LOOK.toNanos() * 2;
        Map<Endpoint, Finding> findings = new LinkedHashMap<>();
        for (Map.Entry<Endpoint, FutureTask<Finding>> look : looks.entrySet()) {
            findings.put(look.getKey(), await(look.getValue(), end));
        }
        return findings;
    }

    private Finding await(FutureTask<Finding> look, long end) throws InterruptedException {
        try {
            return look.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            look.cancel(true);
            return EndpointProbe.silent(dialTimeout);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OperatorException told) {
                throw told;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String what(Map<Endpoint, Finding> findings) {
        List<String> lines = new ArrayList<>();
        findings.forEach((endpoint, finding) -> lines.add(endpoint + ": " + finding.cause()));
        if (lines.size() == 1) {
            return "cannot connect to " + lines.getFirst();
        }
        return "no endpoint can be reached:\n  " + String.join("\n  ", lines);
    }

    private static String hint(Map<Endpoint, Finding> findings) {
        return findings.values().stream().map(Finding::hint).distinct().collect(Collectors.joining("\n"));
    }
}
