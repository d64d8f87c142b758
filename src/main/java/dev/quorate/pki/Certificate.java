package dev.quorate.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A certificate as an operator asks about it. Equal if encoded alike. */
public final class Certificate {

    private final X509Certificate x509;
    private final CertificateFields fields;

    private Certificate(X509Certificate x509) {
        this.x509 = x509;
        this.fields = CertificateFields.of(x509);
    }

    public static Certificate of(X509Certificate x509) {
        return new Certificate(x509);
    }

    public X509Certificate x509() {
        return x509;
    }

    public Subject subject() {
        return fields.subject();
    }

    public Subject issuer() {
        return fields.issuer();
    }

    public List<AlternativeName> names() {
        return fields.names();
    }

    public Usages usages() {
        return fields.usages();
    }

    public Distribution distribution() {
        return fields.distribution();
    }

    /** The key's identifier in hexadecimal pairs, empty without one. */
    public String subjectKeyId() {
        return fields.subjectKeyId();
    }

    /** The identifier of the key that signed, in hexadecimal pairs, empty without one. */
    public String authorityKeyId() {
        return fields.authorityKeyId();
    }

    public BigInteger serial() {
        return x509.getSerialNumber();
    }

    /** The serial in lower-case hexadecimal, an even number of digits, as the index has it. */
    public String serialText() {
        String digits = serial().toString(16);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    public Validity validity() {
        return new Validity(x509.getNotBefore().toInstant(), x509.getNotAfter().toInstant());
    }

    public boolean isAuthority() {
        return x509.getBasicConstraints() >= 0;
    }

    /** Whether it may sign certificates: one whose key usage says nothing may do anything. */
    public boolean maySign() {
        Set<KeyUsage> usage = usages().key();
        return isAuthority() && (usage.isEmpty() || usage.contains(KeyUsage.KEY_CERT_SIGN));
    }

    /** How many authorities may follow; empty for any number or for a leaf. */
    public OptionalInt pathLength() {
        int length = x509.getBasicConstraints();
        return length < 0 || length == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(length);
    }

    public boolean isSelfIssued() {
        return x509.getSubjectX500Principal().equals(x509.getIssuerX500Principal());
    }

    /** {@code ec-p256}, {@code rsa-2048}; the JDK's words and the bits for a key of another kind. */
    public String keyText() {
        return KeyPairs.text(x509.getPublicKey());
    }

    /** Whether it is for {@code key}, as a renewed one is for that of the one before. */
    boolean isOf(PublicKey key) {
        return x509.getPublicKey().equals(key);
    }

    /** Whether its key is of a kind that etcd and this console can use. */
    public boolean hasKnownKey() {
        return KeyPairs.typeOf(x509.getPublicKey()).isPresent()
                || x509.getPublicKey().getAlgorithm().equals("RSA");
    }

    /** The JDK's name: {@code SHA256withECDSA}. */
    public String signatureAlgorithm() {
        return x509.getSigAlgName();
    }

    /** SHA-256 over the whole, in hexadecimal pairs. */
    public String fingerprint() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(Digests.sha256(encoded()));
    }

    /** Whether {@code authority} signed it. */
    public boolean isSignedBy(Certificate authority) {
        if (!x509.getIssuerX500Principal().equals(authority.x509.getSubjectX500Principal())) {
            return false;
        }
        try {
            x509.verify(authority.x509.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether {@code key} is the private half of its key. */
    public boolean belongsTo(PrivateKey key) {
        return KeyPairs.match(key, x509.getPublicKey());
    }

    public String pem() {
        return new Pem("CERTIFICATE", encoded()).text();
    }

    byte[] pemBytes() {
        return new Pem("CERTIFICATE", encoded()).bytes();
    }

    byte[] encoded() {
        return Digests.encoded(x509);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate certificate && x509.equals(certificate.x509);
    }

    @Override
    public int hashCode() {
        return x509.hashCode();
    }

    @Override
    public String toString() {
        return subject() + " (serial " + serialText() + ")";
    }
}
