package dev.quorate.certificates;

import dev.quorate.certificates.LintTarget.Need;
import dev.quorate.guard.Finding;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks a store against the members it is for. */
final class Lint {

    private final PkiStore store;
    private final Instant now;
    private final List<IssuedCertificate> certificates;
    private final List<Finding> findings = new ArrayList<>();
    private final List<LintView.Row> rows = new ArrayList<>();

    Lint(PkiStore store, Instant now) {
        this.store = store;
        this.now = now;
        this.certificates = store.certificates();
    }

    LintView check(TargetSources.Learned learned) {
        findings.addAll(learned.findings());
        findings.addAll(new StoreChecks(store, now).check(certificates));
        MemberCertificates shown = new MemberCertificates(store, certificates);
        for (LintTarget target : learned.targets()) {
            check(target, shown.server(target), shown.peer(target));
        }
        return new LintView(
                rows, new FindingsView(findings, "all is well with " + certificates.size() + " certificates"));
    }

    private void check(LintTarget target, Optional<IssuedCertificate> server, Optional<IssuedCertificate> peer) {
        requireOwn(target, server, "clients");
        requireOwn(target, peer, "peers");
        for (LintTarget.Host host : target.hosts()) {
            rows.add(new LintView.Row(
                    target.member(),
                    host.name(),
                    host.from(),
                    cell(server, host.name(), host.clients()),
                    cell(peer, host.name(), host.peers())));
        }
        missing(target, Need.YES).forEach(each -> findings.add(refused(target, each)));
        missing(target, Need.MAYBE).forEach(each -> findings.add(local(target, each)));
    }

    private void requireOwn(LintTarget target, Optional<IssuedCertificate> certificate, String whom) {
        if (certificate.isEmpty()) {
            findings.add(Finding.warning(
                    "no certificate for " + target.member() + " to show to " + whom,
                    "issue one with pki issue, or take it in with pki import"));
            return;
        }
        IssuedCertificate shown = certificate.get();
        if (shown.member().filter(owner -> !owner.equals(target.member())).isPresent()) {
            findings.add(Finding.blocker(
                    target.member() + " shows " + shown.name() + " to " + whom + ", which is that of "
                            + shown.member().orElseThrow(),
                    "name the file of its own certificate in its configuration"));
        }
    }

    private static LintView.Cell cell(Optional<IssuedCertificate> certificate, String host, Need need) {
        boolean covered = certificate
                .filter(each -> Coverage.covers(each.certificate(), host))
                .isPresent();
        return new LintView.Cell(certificate.map(IssuedCertificate::name), need, covered);
    }

    /** A certificate and a host that it lacks. */
    private record Gap(String certificate, String host) implements Comparable<Gap> {
        @Override
        public int compareTo(Gap other) {
            int byName = certificate.compareTo(other.certificate);
            return byName == 0 ? host.compareTo(other.host) : byName;
        }
    }

    private Set<Gap> missing(LintTarget target, Need need) {
        Set<Gap> gaps = new TreeSet<>();
        for (LintView.Row row : rows) {
            for (LintView.Cell cell : List.of(row.server(), row.peer())) {
                boolean lacks = cell.need() == need
                        && !cell.covered()
                        && cell.certificate().isPresent();
                if (lacks && row.member().equals(target.member())) {
                    gaps.add(new Gap(cell.certificate().get(), row.host()));
                }
            }
        }
        return gaps;
    }

    private static Finding refused(LintTarget target, Gap gap) {
        return Finding.blocker(
                gap.certificate() + " lacks the name " + gap.host() + " of " + target.member()
                        + ": whoever connects by it will refuse it",
                "issue it again with " + gap.host() + " among the names");
    }

    private static Finding local(LintTarget target, Gap gap) {
        return Finding.note(
                gap.certificate() + " lacks the name " + gap.host() + ", so on the host of " + target.member()
                        + " itself clients must use another",
                "issue it again with " + gap.host() + " among the names, if anybody uses it");
    }
}
