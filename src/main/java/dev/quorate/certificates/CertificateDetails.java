package dev.quorate.certificates;

import dev.quorate.certificates.PropertiesView.Property;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.KeyUsage;
import java.time.Instant;

/** All that stands in a certificate, as {@code openssl x509 -text} would tell it, but for people. */
final class CertificateDetails {

    private CertificateDetails() {}

    static PropertiesView of(CertificateFile file, Instant now) {
        Certificate certificate = file.chain().getFirst();
        return PropertiesView.of(
                new Property("file", file.file().toString()),
                new Property("subject", certificate.subject().toString()),
                new Property("issuer", certificate.issuer().toString()),
                new Property("serial", certificate.serialText()),
                new Property("valid from", certificate.validity().notBefore().toString()),
                new Property("valid until", certificate.validity().notAfter().toString()),
                new Property("state", state(file, certificate, now)),
                new Property("key", certificate.keyText()),
                new Property("signature", certificate.signatureAlgorithm()),
                new Property("ca", authority(certificate)),
                new Property(
                        "key usage",
                        certificate.usages().key().stream().map(KeyUsage::word).toList()),
                new Property(
                        "extended key usage",
                        certificate.usages().extended().stream()
                                .map(ExtendedKeyUsage::word)
                                .toList()),
                new Property(
                        "names",
                        certificate.names().stream()
                                .map(AlternativeName::toString)
                                .toList()),
                new Property("subject key id", certificate.subjectKeyId()),
                new Property("authority key id", certificate.authorityKeyId()),
                new Property("revocation lists", certificate.distribution().revocationLists()),
                new Property("issuer at", certificate.distribution().issuers()),
                new Property("ocsp", certificate.distribution().responders()),
                new Property("fingerprint sha256", certificate.fingerprint()),
                new Property(
                        "chain",
                        file.chain().stream()
                                .skip(1)
                                .map(each -> each.subject().toString())
                                .toList()));
    }

    private static String state(CertificateFile file, Certificate certificate, Instant now) {
        String state = file.revoked() ? "revoked" : StoredCertificates.stateAt(certificate, now);
        long days = certificate.validity().daysLeft(now);
        return state + ", " + (days < 0 ? -days + " days ago" : days + " days left");
    }

    private static String authority(Certificate certificate) {
        if (!certificate.isAuthority()) {
            return "no";
        }
        return certificate.pathLength().isPresent()
                ? "yes, with " + certificate.pathLength().getAsInt() + " below it"
                : "yes, with any number below it";
    }
}
