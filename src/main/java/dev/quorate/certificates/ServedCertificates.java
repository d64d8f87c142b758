package dev.quorate.certificates;

import dev.quorate.etcd.Endpoint;
import dev.quorate.pki.Certificate;
import dev.quorate.session.FanOut;
import dev.quorate.session.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What members really serve, seen by shaking hands; works without a quorum and without a client certificate. */
final class ServedCertificates {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Connecting and shaking hands each have their patience; a port that uses it up says so itself. */
    private static final Duration FOR_ALL = PATIENCE.plus(PATIENCE).plusSeconds(1);

    private final KnownMembers members;
    private final Clock clock;

    ServedCertificates(KnownMembers members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    KnownMembers members() {
        return members;
    }

    /** @param failures one text for each port that showed no certificate */
    record Result(CertificateListView view, List<String> failures) {}

    Result look() throws InterruptedException {
        List<KnownMembers.Port> ports = members.ports();
        List<Endpoint> endpoints =
                ports.stream().map(KnownMembers.Port::endpoint).toList();
        List<Reply<Certificate>> replies =
                FanOut.ask(endpoints, FOR_ALL, endpoint -> Handshake.certificate(endpoint, PATIENCE));
        Instant now = clock.instant();
        List<CertificateListView.Row> rows = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int index = 0; index < ports.size(); index++) {
            KnownMembers.Port port = ports.get(index);
            replies.get(index).value().ifPresent(certificate -> rows.add(row(port, certificate, now)));
            replies.get(index).failure().ifPresent(failure -> failures.add(failure.what()));
        }
        return new Result(new CertificateListView(rows, now), failures);
    }

    private static CertificateListView.Row row(KnownMembers.Port port, Certificate certificate, Instant now) {
        return new CertificateListView.Row(
                port.member(),
                port.role(),
                certificate,
                StoredCertificates.stateAt(certificate, now),
                List.of(port.endpoint().authority()));
    }
}
