package dev.quorate.certificates;

import dev.quorate.guard.Finding;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PemFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Whether a certificate, a key and an authority belong together. */
final class Verification {

    private final Instant now;
    private final PassphraseSource passphrases;

    Verification(Instant now, PassphraseSource passphrases) {
        this.now = now;
        this.passphrases = passphrases;
    }

    /** @param revoked the serials of what the authority took back, as far as they are known */
    record Trusted(Path certificate, Set<String> revoked) {
        Trusted {
            revoked = Set.copyOf(revoked);
        }
    }

    FindingsView of(Path file, Optional<Path> key, Supplier<Trusted> trusted, Optional<CertificateProfile> profile) {
        List<Certificate> chain = PemFiles.certificates(file);
        Certificate certificate = chain.getFirst();
        String name = file.getFileName().toString();
        List<Finding> findings = new ArrayList<>(CertificateChecks.of(name, certificate, now));
        profile.ifPresent(each -> findings.addAll(CertificateChecks.of(name, certificate, each)));
        key.ifPresent(each -> match(certificate, each, name, findings));
        Trusted authority = trusted.get();
        chain(chain, authority.certificate(), name, findings);
        if (authority.revoked().contains(certificate.serialText())) {
            findings.add(Finding.blocker(name + " is revoked", "take the one that was issued in its place"));
        }
        String well = name + " is valid for " + certificate.validity().daysLeft(now) + " days, signed by "
                + certificate.issuer()
                + key.map(each -> ", and " + each.getFileName() + " is its key").orElse("");
        return new FindingsView(findings, well);
    }

    private void match(Certificate certificate, Path key, String name, List<Finding> findings) {
        if (!certificate.belongsTo(PemFiles.key(key, passphrases))) {
            findings.add(Finding.blocker(
                    key.getFileName() + " is not the key of " + name, "find the key that was made with it"));
        }
    }

    /** Every certificate must be signed by the next one, the last by one of the authorities. */
    private void chain(List<Certificate> chain, Path authorityFile, String name, List<Finding> findings) {
        List<Certificate> authorities = PemFiles.certificates(authorityFile);
        for (Certificate each : chain) {
            Optional<Certificate> signer =
                    authorities.stream().filter(each::isSignedBy).findFirst();
            if (signer.isPresent()) {
                findings.addAll(CertificateChecks.of("the CA", signer.get(), now));
                requireAuthority(signer.get(), findings);
                return;
            }
            if (chain.stream().noneMatch(each::isSignedBy)) {
                break;
            }
        }
        findings.add(Finding.blocker(
                name + " was not signed by " + authorityFile.getFileName() + " but by "
                        + chain.getFirst().issuer(),
                "find the certificate of that CA"));
    }

    private static void requireAuthority(Certificate signer, List<Finding> findings) {
        if (!signer.isAuthority()) {
            findings.add(Finding.blocker(
                    signer.subject() + " signed it but is not a CA", "have it issued by a certificate with CA:TRUE"));
        }
    }
}
