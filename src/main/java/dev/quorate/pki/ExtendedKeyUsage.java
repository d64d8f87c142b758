package dev.quorate.pki;

import java.util.Arrays;
import java.util.Optional;

/** For what purpose a certificate may be shown (RFC 5280, 4.2.1.12). */
public enum ExtendedKeyUsage {
    SERVER_AUTH("serverAuth", "1.3.6.1.5.5.7.3.1"),
    CLIENT_AUTH("clientAuth", "1.3.6.1.5.5.7.3.2"),
    CODE_SIGNING("codeSigning", "1.3.6.1.5.5.7.3.3"),
    EMAIL_PROTECTION("emailProtection", "1.3.6.1.5.5.7.3.4"),
    TIME_STAMPING("timeStamping", "1.3.6.1.5.5.7.3.8"),
    OCSP_SIGNING("OCSPSigning", "1.3.6.1.5.5.7.3.9"),
    ANY("anyExtendedKeyUsage", "2.5.29.37.0");

    private final String word;
    private final String oid;

    ExtendedKeyUsage(String word, String oid) {
        this.word = word;
        this.oid = oid;
    }

    static Optional<ExtendedKeyUsage> ofOid(String oid) {
        return Arrays.stream(values()).filter(usage -> usage.oid.equals(oid)).findFirst();
    }

    /** The name in the standard and in openssl's configuration. */
    public String word() {
        return word;
    }

    String oid() {
        return oid;
    }
}
