package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;

/** What was taken back, and the list of it that etcd reads as {@code client-crl-file}. */
public final class StoreRevocations {

    /** The list in PEM. etcd's {@code client-crl-file} takes that as well as DER (Go's {@code x509.ParseCRL}). */
    public static final String LIST = "ca.crl";

    private final PkiStore store;

    public StoreRevocations(PkiStore store) {
        this.store = store;
    }

    /** Serials in lower-case hexadecimal. */
    public Set<String> serials() {
        return entries().stream().map(entry -> entry.get("serial")).collect(Collectors.toSet());
    }

    private List<IndexEntry> entries() {
        return store.entries().stream()
                .filter(entry -> entry.is(IndexEntry.Event.REVOKED))
                .toList();
    }

    /** @param serials what is taken back now: the certificate that counts first, then earlier ones of its name */
    public record Revoked(List<String> serials, Path list) {
        public Revoked {
            serials = List.copyOf(serials);
        }
    }

    /**
     * Takes {@code certificate} back and writes the list anew. What it replaced goes with it as far as it has not ended:
     * whoever has it, or the key that a renewal kept, could come in by it still.
     */
    public Revoked revoke(
            CertificateAuthority authority,
            IssuedCertificate certificate,
            RevocationReason reason,
            Duration listValidity) {
        String serial = certificate.certificate().serialText();
        if (serials().contains(serial)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    certificate.name() + " with serial " + serial + " is revoked already",
                    "pki crl writes the list anew");
        }
        if (!certificate.certificate().isSignedBy(authority.certificate())) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    certificate.name() + " was not signed by this CA but by "
                            + certificate.certificate().issuer(),
                    "only the CA that signed it can take it back");
        }
        List<String> all = new ArrayList<>(List.of(serial));
        all.addAll(earlier(certificate));
        List<IndexEntry> added = all.stream()
                .map(each -> store.folder()
                        .entry(IndexEntry.Event.REVOKED, certificate.name())
                        .with("serial", each)
                        .with("reason", reason.word()))
                .toList();
        return new Revoked(all, write(authority, added, listValidity));
    }

    private List<String> earlier(IssuedCertificate certificate) {
        Set<String> revoked = serials();
        Instant now = store.folder().clock().instant();
        return store.entries().stream()
                .filter(entry -> entry.get("name").equals(certificate.name())
                        && !entry.get("until").isEmpty()
                        && Instant.parse(entry.get("until")).isAfter(now))
                .map(entry -> entry.get("serial"))
                .filter(serial -> !serial.equals(certificate.certificate().serialText()) && !revoked.contains(serial))
                .distinct()
                .toList();
    }

    /** Writes the list anew, with a later end. */
    public Path refresh(CertificateAuthority authority, Duration listValidity) {
        return write(authority, List.of(), listValidity);
    }

    private Path write(CertificateAuthority authority, List<IndexEntry> added, Duration listValidity) {
        List<IndexEntry> revoked = new ArrayList<>(entries());
        revoked.addAll(added);
        byte[] list = list(authority, revoked, listValidity);
        Pem pem = new Pem("X509 CRL", list);
        store.folder().write(added, transaction -> transaction.putPublic(LIST, pem.bytes()));
        return store.folder().file(LIST);
    }

    private byte[] list(CertificateAuthority authority, List<IndexEntry> revoked, Duration validity) {
        Instant now = store.folder().clock().instant();
        Validity times = Validity.from(now, validity.plus(Validity.BACKDATE));
        X509v2CRLBuilder builder = new X509v2CRLBuilder(authority.name(), Date.from(times.notBefore()));
        builder.setNextUpdate(Date.from(times.notAfter()));
        for (IndexEntry entry : revoked) {
            builder.addCRLEntry(
                    new BigInteger(entry.get("serial"), 16),
                    Date.from(Instant.parse(entry.get("time"))),
                    reason(entry).code());
        }
        try {
            byte[] keyIdentifier =
                    CertificateFields.keyIdentifier(authority.certificate().x509());
            builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyIdentifier));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            return builder.build(authority.signer(Optional.empty())).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode a revocation list", e);
        }
    }

    private static RevocationReason reason(IndexEntry entry) {
        return RevocationReason.valueOf(
                entry.get("reason").toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
