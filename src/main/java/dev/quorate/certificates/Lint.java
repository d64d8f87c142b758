package dev.quorate.certificates;

import dev.quorate.guard.Finding;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a store against the members it is for. */
final class Lint {

    private final PkiStore store;
    private final Instant now;
    private final List<LintTarget> targets;
    private final List<IssuedCertificate> certificates;

    Lint(PkiStore store, Instant now, List<LintTarget> targets) {
        this.store = store;
        this.now = now;
        this.targets = List.copyOf(targets);
        this.certificates = store.certificates();
    }

    LintView check() {
        List<Finding> findings = new ArrayList<>(new StoreChecks(store, now).check(certificates));
        List<LintView.Row> rows = new ArrayList<>();
        for (LintTarget target : targets) {
            Optional<IssuedCertificate> server = certificateOf(target, CertificateProfile.SERVER);
            Optional<IssuedCertificate> peer = certificateOf(target, CertificateProfile.PEER);
            requirePresent(target, server, "clients", findings);
            requirePresent(target, peer, "peers", findings);
            for (String host : target.allHosts()) {
                LintView.Row row = row(target, host, server, peer);
                rows.add(row);
                missing(row, findings);
            }
        }
        return new LintView(
                rows, new FindingsView(findings, "all is well with " + certificates.size() + " certificates"));
    }

    /** The member's own certificate for that role, else one that all share. */
    private Optional<IssuedCertificate> certificateOf(LintTarget target, CertificateProfile role) {
        List<IssuedCertificate> able = certificates.stream()
                .filter(each -> each.profile() == role || each.profile() == CertificateProfile.COMBINED)
                .toList();
        return able.stream()
                .filter(each -> each.member().equals(Optional.of(target.member()))
                        || each.name().equals(target.member()))
                .findFirst()
                .or(() -> able.stream().filter(each -> each.member().isEmpty()).findFirst());
    }

    private static void requirePresent(
            LintTarget target, Optional<IssuedCertificate> certificate, String whom, List<Finding> findings) {
        if (certificate.isEmpty()) {
            findings.add(Finding.warning(
                    "no certificate for " + target.member() + " to show to " + whom,
                    "issue one with pki issue, or take it in with pki import"));
        }
    }

    private static LintView.Row row(
            LintTarget target, String host, Optional<IssuedCertificate> server, Optional<IssuedCertificate> peer) {
        return new LintView.Row(
                target.member(),
                host,
                cell(server, host, target.clientHosts().contains(host)),
                cell(peer, host, target.peerHosts().contains(host)));
    }

    private static LintView.Cell cell(Optional<IssuedCertificate> certificate, String host, boolean needed) {
        boolean covered = certificate
                .filter(each -> Coverage.covers(each.certificate(), host))
                .isPresent();
        return new LintView.Cell(certificate.map(IssuedCertificate::name), needed, covered);
    }

    private static void missing(LintView.Row row, List<Finding> findings) {
        missing(row, row.server(), "a client that connects to it", findings);
        if (!row.peer().certificate().equals(row.server().certificate())) {
            missing(row, row.peer(), "a member that connects to it", findings);
        }
    }

    private static void missing(LintView.Row row, LintView.Cell cell, String whom, List<Finding> findings) {
        if (cell.needed() && !cell.covered() && cell.certificate().isPresent()) {
            findings.add(Finding.blocker(
                    cell.certificate().get() + " lacks the name " + row.host() + " of " + row.member() + ": " + whom
                            + " by it will refuse it",
                    "issue it again with " + row.host() + " among the names"));
        }
    }
}
