package dev.quorate.certificates;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.View;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.IssuedCertificate;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreRenewals;
import dev.quorate.pki.StoreRevocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes certificates of a store again. */
final class Renewing {

    private final PkiStore store;
    private final StoreRenewals renewals;
    private final Clock clock;

    Renewing(PkiStore store, Clock clock) {
        this.store = store;
        this.renewals = new StoreRenewals(store);
        this.clock = clock;
    }

    /** Which certificates; {@code within} those that end by then. */
    record Choice(List<String> names, boolean all, Optional<Duration> within, boolean authority, boolean newKey) {
        Choice {
            names = List.copyOf(names);
            if (names.isEmpty() && !all && within.isEmpty() && !authority) {
                throw OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "it is not said what to renew",
                        "name certificates, or say --all, --within 30d or --ca");
            }
        }
    }

    private List<IssuedCertificate> chosen(Choice choice) {
        if (!choice.names().isEmpty()) {
            return choice.names().stream().map(store::require).toList();
        }
        Set<String> revoked = new StoreRevocations(store).serials();
        return store.certificates().stream()
                .filter(each -> !revoked.contains(each.certificate().serialText()))
                .filter(each -> choice.all() || endsWithin(each, choice.within()))
                .toList();
    }

    private boolean endsWithin(IssuedCertificate issued, Optional<Duration> time) {
        Instant now = clock.instant();
        return time.map(now::plus)
                .filter(limit -> !issued.certificate().validity().notAfter().isAfter(limit))
                .isPresent();
    }

    /** What the operator should know before. */
    List<String> notes(CertificateAuthority authority, Choice choice) {
        return chosen(choice).stream()
                .filter(each -> !each.certificate()
                        .issuer()
                        .equals(authority.certificate().subject()))
                .map(each ->
                        each.name() + " was signed by " + each.certificate().issuer() + " and is signed by "
                                + authority.certificate().subject() + " now: who trusts only the former refuses it")
                .toList();
    }

    /** Under the same key a revoked certificate would be as good to whoever has that key as it was. */
    void requireNoRevoked(Choice choice) {
        Set<String> revoked = new StoreRevocations(store).serials();
        for (IssuedCertificate each : chosen(choice)) {
            if (!choice.newKey() && revoked.contains(each.certificate().serialText())) {
                throw OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        each.name() + " is revoked, and its key may be known to others",
                        "pki renew " + each.name() + " --new-key makes it again with a new key");
            }
        }
    }

    View preview(Choice choice) {
        return new CertificateListView(
                chosen(choice).stream().map(each -> row(each, "would renew")).toList(), clock.instant());
    }

    View renew(CertificateAuthority authority, Choice choice) {
        List<CertificateListView.Row> rows = new ArrayList<>();
        CertificateAuthority signing = choice.authority() ? renewals.renewAuthority(authority) : authority;
        if (choice.authority()) {
            rows.add(
                    new CertificateListView.Row(PkiStore.AUTHORITY, "ca", signing.certificate(), "renewed", List.of()));
        }
        renewals.renew(signing, chosen(choice), choice.newKey()).forEach(each -> rows.add(row(each, "renewed")));
        return new CertificateListView(rows, clock.instant());
    }

    private static CertificateListView.Row row(IssuedCertificate issued, String state) {
        return new CertificateListView.Row(
                issued.name(), issued.profile().word(), issued.certificate(), state, List.of());
    }
}
