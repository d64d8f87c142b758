package dev.quorate.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Certificates again, with the names and usages they had; what they replace is parked beside. */
public final class StoreRenewals {

    private final PkiStore store;

    public StoreRenewals(PkiStore store) {
        this.store = store;
    }

    /** @param key the new one, if there is one */
    private record Renewed(
            IssuedCertificate old, CertificateRequest request, Certificate certificate, Optional<Pem> key) {

        void into(StoreTransaction transaction) throws IOException {
            if (key.isPresent()) {
                transaction.putPrivate(request.files().key(), key.get().bytes());
            }
            transaction.putPublic(request.files().certificate(), certificate.pemBytes());
        }
    }

    /**
     * All of them or, if one cannot be made, none; each for as long as it was valid before.
     *
     * @param newKeys with a new key of the same type, written as the old one was; else only certificates change
     */
    public List<IssuedCertificate> renew(
            CertificateAuthority authority, List<IssuedCertificate> certificates, boolean newKeys) {
        List<Renewed> all =
                Processors.map(certificates, old -> newKeys ? withNewKey(authority, old) : withItsKey(authority, old));
        store.folder().write(all.stream().map(this::entry).toList(), transaction -> {
            for (Renewed each : all) {
                each.into(transaction);
            }
        });
        return certificates.stream().map(old -> store.require(old.name())).toList();
    }

    private static Renewed withItsKey(CertificateAuthority authority, IssuedCertificate old) {
        CertificateRequest request = asIssued(old);
        Certificate renewed = authority.sign(request, old.certificate().x509().getPublicKey());
        return new Renewed(old, request, renewed, Optional.empty());
    }

    private static Renewed withNewKey(CertificateAuthority authority, IssuedCertificate old) {
        CertificateRequest request = asIssued(old);
        KeyedCertificate renewed = authority.issue(request);
        Pem key = PrivateKeys.encode(renewed.keyPair(), request.keyEncoding());
        return new Renewed(old, request, renewed.certificate(), Optional.of(key));
    }

    private IndexEntry entry(Renewed renewed) {
        return store.entry(IndexEntry.Event.RENEWED, renewed.request(), renewed.certificate())
                .with("replaces", renewed.old().certificate().serialText());
    }

    /** The authority again: same key and subject, so that all it signed stays valid. */
    public CertificateAuthority renewAuthority(CertificateAuthority authority) {
        CertificateAuthority renewed = authority.renewed();
        store.putAuthority(renewed.certificate(), Optional.empty(), store.authorityFiles());
        return renewed;
    }

    private static CertificateRequest asIssued(IssuedCertificate old) {
        Certificate certificate = old.certificate();
        Validity validity = certificate.validity();
        return new CertificateRequest(
                old.name(),
                old.profile(),
                certificate.subject(),
                certificate.names(),
                KeyPairs.typeOf(certificate.x509().getPublicKey()).orElse(KeyType.EC_P256),
                encoding(old),
                Duration.between(validity.notBefore(), validity.notAfter()),
                old.files(),
                new CertificateRequest.Special(
                        Optional.of(certificate.usages()), certificate.distribution(), Optional.empty(), old.member()));
    }

    private static KeyEncoding encoding(IssuedCertificate old) {
        if (!Files.exists(old.keyFile())) {
            return KeyEncoding.PKCS8;
        }
        return Pem.blocks(PemFiles.read(old.keyFile())).stream()
                .map(Pem::type)
                .filter(type -> type.startsWith("RSA ") || type.startsWith("EC PRIVATE"))
                .findFirst()
                .map(type -> type.startsWith("RSA") ? KeyEncoding.PKCS1 : KeyEncoding.SEC1)
                .orElse(KeyEncoding.PKCS8);
    }
}
