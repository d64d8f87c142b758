package dev.quorate.certificates;

import dev.quorate.pki.Certificate;
import dev.quorate.pki.IndexEntry;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreRevocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store's certificates as rows, the CA's first. */
final class StoredCertificates {

    private final PkiStore store;
    private final Instant now;

    StoredCertificates(PkiStore store, Clock clock) {
        this.store = store;
        this.now = clock.instant();
    }

    CertificateListView all() {
        return new CertificateListView(rows(), now);
    }

    CertificateListView endingWithin(Duration time) {
        Instant limit = now.plus(time);
        List<CertificateListView.Row> ending = rows().stream()
                .filter(row -> !row.certificate().validity().notAfter().isAfter(limit))
                .toList();
        return new CertificateListView(ending, now);
    }

    private List<CertificateListView.Row> rows() {
        Set<String> revoked = new StoreRevocations(store).serials();
        Map<String, IndexEntry> installations = store.installations();
        List<CertificateListView.Row> rows = new ArrayList<>();
        if (store.hasAuthority()) {
            rows.add(row(PkiStore.AUTHORITY, "ca", store.authorityCertificate(), revoked, installations));
        }
        for (IssuedCertificate issued : store.certificates()) {
            rows.add(row(issued.name(), issued.profile().word(), issued.certificate(), revoked, installations));
        }
        return rows;
    }

    private CertificateListView.Row row(
            String name,
            String profile,
            Certificate certificate,
            Set<String> revoked,
            Map<String, IndexEntry> installations) {
        return new CertificateListView.Row(
                name, profile, certificate, state(certificate, revoked), installed(certificate, installations));
    }

    private String state(Certificate certificate, Set<String> revoked) {
        if (revoked.contains(certificate.serialText())) {
            return "revoked";
        }
        return stateAt(certificate, now);
    }

    static String stateAt(Certificate certificate, Instant now) {
        if (now.isAfter(certificate.validity().notAfter())) {
            return "expired";
        }
        return certificate.validity().holdsAt(now) ? "valid" : "not yet valid";
    }

    private static List<String> installed(Certificate certificate, Map<String, IndexEntry> installations) {
        return installations.entrySet().stream()
                .filter(entry -> entry.getValue().get("serial").equals(certificate.serialText()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
