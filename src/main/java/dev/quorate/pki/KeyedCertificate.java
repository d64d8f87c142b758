package dev.quorate.pki;

import java.security.KeyPair;

/** A certificate with its key, not yet in a file. */
public record KeyedCertificate(Certificate certificate, KeyPair keyPair) {

    /** The key in PEM, not encrypted. */
    public String keyPem(KeyEncoding encoding) {
        return PrivateKeys.encode(keyPair, encoding).text();
    }

    @Override
    public String toString() {
        return certificate.toString();
    }
}
