package dev.quorate.pki;

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

    /** Under the key it has, for as long as it was valid before. Only the certificate's file changes. */
    public IssuedCertificate renew(CertificateAuthority authority, IssuedCertificate old) {
        CertificateRequest request = asIssued(old);
        Certificate renewed = authority.sign(request, old.certificate().x509().getPublicKey());
        IndexEntry entry = entry(request, old, renewed);
        store.folder()
                .write(
                        List.of(entry),
                        transaction -> transaction.putPublic(request.files().certificate(), renewed.pemBytes()));
        return store.require(old.name());
    }

    /** With a new key of the same type, written as the old one was. */
    public IssuedCertificate renewWithNewKey(CertificateAuthority authority, IssuedCertificate old) {
        CertificateRequest request = asIssued(old);
        KeyedCertificate renewed = authority.issue(request);
        IndexEntry entry = entry(request, old, renewed.certificate());
        Pem key = PrivateKeys.encode(renewed.keyPair(), request.keyEncoding());
        store.folder().write(List.of(entry), transaction -> {
            transaction.putPrivate(request.files().key(), key.bytes());
            transaction.putPublic(
                    request.files().certificate(), renewed.certificate().pemBytes());
        });
        return store.require(old.name());
    }

    private IndexEntry entry(CertificateRequest request, IssuedCertificate old, Certificate renewed) {
        return store.entry(IndexEntry.Event.RENEWED, request, renewed)
                .with("replaces", old.certificate().serialText());
    }

    /** The authority again: same key and subject, so that all it signed stays valid. */
    public Certificate renewAuthority(CertificateAuthority authority) {
        Certificate renewed = authority.signItself();
        store.putAuthority(renewed, Optional.empty(), store.authorityFiles());
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
