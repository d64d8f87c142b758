package dev.quorate.certificates;

import dev.quorate.guard.Finding;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.Usages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one certificate tells against itself. */
final class CertificateChecks {

    private static final int SOON_DAYS = 30;
    private static final int VERY_SOON_DAYS = 7;
    private static final int LEAST_RSA_BITS = 2048;

    private final String name;
    private final Certificate certificate;
    private final List<Finding> findings = new ArrayList<>();

    private CertificateChecks(String name, Certificate certificate) {
        this.name = name;
        this.certificate = certificate;
    }

    static List<Finding> of(String name, Certificate certificate, Instant now) {
        CertificateChecks checks = new CertificateChecks(name, certificate);
        checks.dates(now);
        checks.strength();
        checks.distribution();
        return checks.findings;
    }

    static List<Finding> of(String name, Certificate certificate, CertificateProfile profile) {
        CertificateChecks checks = new CertificateChecks(name, certificate);
        checks.usages(profile);
        checks.names(profile);
        return checks.findings;
    }

    private void dates(Instant now) {
        long days = certificate.validity().daysLeft(now);
        if (now.isBefore(certificate.validity().notBefore())) {
            findings.add(Finding.blocker(
                    name + " is not valid before " + certificate.validity().notBefore() + "; now it is " + now,
                    "correct the clock of this host, or wait"));
        } else if (days < 0) {
            findings.add(Finding.blocker(
                    name + " expired on " + certificate.validity().notAfter(), "pki renew " + name));
        } else if (days < VERY_SOON_DAYS) {
            findings.add(Finding.blocker(name + " ends in " + days + " days", "pki renew " + name));
        } else if (days < SOON_DAYS) {
            findings.add(Finding.warning(name + " ends in " + days + " days", "pki renew " + name));
        }
    }

    private void strength() {
        String digest = certificate.signatureAlgorithm().toUpperCase(Locale.ROOT);
        boolean weak = digest.startsWith("SHA1") || digest.startsWith("MD");
        if (weak && certificate.isSignedBy(certificate)) {
            findings.add(Finding.note(
                    name + " signed itself with " + certificate.signatureAlgorithm()
                            + "; nobody checks that signature, but scanners complain of it",
                    "pki renew --ca signs it anew"));
        } else if (weak) {
            findings.add(Finding.blocker(
                    name + " is signed with " + certificate.signatureAlgorithm() + ", which Go refuses",
                    "have it issued again"));
        }
        String key = certificate.keyText();
        if (!certificate.hasKnownKey()) {
            findings.add(Finding.blocker(
                    name + " has a key that etcd cannot use: " + key, "have it made again with ec-p256 or rsa-2048"));
        }
        if (key.startsWith("RSA-") && Integer.parseInt(key.substring("RSA-".length())) < LEAST_RSA_BITS) {
            findings.add(Finding.blocker(
                    name + " has a key of " + key.substring("RSA-".length()) + " bits", "issue it with a new key"));
        }
    }

    private void distribution() {
        boolean local = Stream.of(
                        certificate.distribution().revocationLists(),
                        certificate.distribution().issuers(),
                        certificate.distribution().responders())
                .flatMap(List::stream)
                .anyMatch(address -> address.contains("//localhost") || address.contains("//127."));
        if (local) {
            findings.add(Finding.warning(
                    name + " sends whoever asks for its revocation or issuer to localhost",
                    "issue it without such addresses; strict clients wait for them"));
        }
    }

    private void usages(CertificateProfile profile) {
        Usages usages = certificate.usages();
        if (profile.needsNames() && !usages.serves()) {
            findings.add(Finding.blocker(name + " lacks serverAuth", "issue it again with pki issue"));
        }
        if (profile == CertificateProfile.SERVER && !usages.authenticatesClients()) {
            findings.add(Finding.warning(
                    name + " lacks clientAuth: etcd's gateway and health check fail with \"bad certificate\"",
                    "issue it again; the server profile has both"));
        } else if (!usages.authenticatesClients()) {
            findings.add(Finding.blocker(name + " lacks clientAuth", "issue it again with pki issue"));
        }
        if (usages.extended().isEmpty()) {
            findings.add(Finding.note(
                    name + " has no extended key usage, so it is good for anything", "issue it again with a profile"));
        } else if (profile == CertificateProfile.CLIENT && usages.serves()) {
            findings.add(Finding.warning(
                    name + " is a client's but could serve as well", "issue it again with --profile client"));
        }
    }

    private void names(CertificateProfile profile) {
        if (profile.needsNames() && certificate.names().isEmpty()) {
            findings.add(Finding.blocker(
                    name + " has no names; clients have not looked at the common name since Go 1.15",
                    "issue it again with --san"));
        }
        for (AlternativeName each : certificate.names()) {
            if (each.value().isBlank() || each.value().indexOf('<') >= 0) {
                findings.add(Finding.blocker(
                        name + " has the name \"" + each.value() + "\", which is none", "issue it again without"));
            }
        }
    }
}
