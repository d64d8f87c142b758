package dev.quorate.pki;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;

/** Whether a certificate there is may stand for the one that is wanted. */
final class Fitness {

    /** The part of its life that must be left. */
    private static final int LEAST_SHARE = 3;

    private Fitness() {}

    static boolean fits(IssuedCertificate present, CertificateRequest wanted, Certificate authority, Instant now) {
        Certificate certificate = present.certificate();
        return Files.exists(present.keyFile())
                && certificate.subject().equals(wanted.subject())
                && new HashSet<>(certificate.names()).equals(new HashSet<>(wanted.names()))
                && certificate.usages().equals(wanted.usages())
                && certificate.keyText().equals(wanted.keyType().word())
                && certificate.isSignedBy(authority)
                && holdsLongEnough(certificate.validity(), now);
    }

    /** Who signs elsewhere may have terms of its own; what matters is that the certificate serves. */
    static boolean serves(IssuedCertificate present, CertificateRequest wanted, Certificate authority, Instant now) {
        Certificate certificate = present.certificate();
        return Files.exists(present.keyFile())
                && certificate.subject().equals(wanted.subject())
                && new HashSet<>(certificate.names()).containsAll(wanted.names())
                && (!wanted.usages().serves() || certificate.usages().serves())
                && (!wanted.usages().authenticatesClients()
                        || certificate.usages().authenticatesClients())
                && certificate.isSignedBy(authority)
                && holdsLongEnough(certificate.validity(), now);
    }

    private static boolean holdsLongEnough(Validity validity, Instant now) {
        Duration life = Duration.between(validity.notBefore(), validity.notAfter());
        return validity.holdsAt(now.plus(life.dividedBy(LEAST_SHARE)));
    }
}
