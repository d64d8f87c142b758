package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Requests that go out to an authority elsewhere, the certificates that come back, and requests of others. */
public final class StoreRequests {

    private static final String SUFFIX = ".csr";

    private final PkiStore store;

    public StoreRequests(PkiStore store) {
        this.store = store;
    }

    /**
     * Makes a request and, unless there is one, a key for it; the key stays here. Answers where the request is. A certificate
     * that is there keeps its key: it serves until the answer comes in, and may be distributed meanwhile.
     */
    public Path create(CertificateRequest wanted) {
        Optional<KeyPair> present = store.find(wanted.name()).flatMap(each -> pairOf(each, wanted));
        KeyPair pair = present.orElseGet(() -> KeyPairs.generate(wanted.keyType()));
        Pem request = SigningRequest.create(wanted, pair);
        Pem key = PrivateKeys.encode(pair, wanted.keyEncoding());
        IndexEntry entry = store.folder()
                .entry(IndexEntry.Event.REQUESTED, wanted.name())
                .with("profile", wanted.profile().word())
                .withUnlessEmpty("member", wanted.special().member())
                .with(wanted.files());
        store.folder().write(List.of(entry), transaction -> {
            if (present.isEmpty()) {
                transaction.putPrivate(wanted.files().key(), key.bytes());
                transaction.park(wanted.files().certificate());
            }
            transaction.putPublic(wanted.name() + SUFFIX, request.bytes());
        });
        return store.folder().file(wanted.name() + SUFFIX);
    }

    /** The pair of a certificate that is there, where it is of the type and in the file that is wanted. */
    private static Optional<KeyPair> pairOf(IssuedCertificate present, CertificateRequest wanted) {
        PublicKey certified = present.certificate().x509().getPublicKey();
        boolean usable = present.files().equals(wanted.files())
                && KeyPairs.typeOf(certified).equals(Optional.of(wanted.keyType()))
                && Files.exists(present.keyFile())
                && !PemFiles.isEncryptedKey(present.keyFile());
        return Optional.of(present)
                .filter(each -> usable)
                .map(each -> PemFiles.key(each.keyFile(), PkiStore.NO_PASSPHRASE))
                .filter(key -> KeyPairs.match(key, certified))
                .map(key -> new KeyPair(certified, key));
    }

    /** Whether a request for {@code wanted} as it is now was made and its key is here. */
    public boolean isOut(CertificateRequest wanted) {
        Path file = store.folder().file(wanted.name() + SUFFIX);
        if (!Files.exists(file)
                || !Files.exists(store.folder().file(wanted.files().key()))) {
            return false;
        }
        SigningRequest present = SigningRequest.read(file);
        return present.subject().equals(wanted.subject())
                && new HashSet<>(present.names()).equals(new HashSet<>(wanted.names()));
    }

    /** Where the request called {@code name} is. */
    public Path file(String name) {
        return store.folder().file(name + SUFFIX);
    }

    /** The request that {@code certificate} answers: whose key it certifies. */
    Optional<IndexEntry> answeredBy(Certificate certificate) {
        return store.entries().stream()
                .filter(entry -> entry.is(IndexEntry.Event.REQUESTED))
                .filter(entry -> isForKey(certificate, store.folder().file(entry.get("name") + SUFFIX)))
                .reduce((first, last) -> last);
    }

    private static boolean isForKey(Certificate certificate, Path request) {
        return Files.exists(request)
                && certificate.isOf(SigningRequest.read(request).publicKey());
    }

    /**
     * Signs the request of somebody else, whose key is not here; of what it asks, only subject and names count if {@code
     * terms} has none of its own.
     */
    public IssuedCertificate sign(CertificateAuthority authority, SigningRequest request, CertificateRequest terms) {
        CertificateRequest granted = terms.withNames(terms.names().isEmpty() ? request.names() : terms.names())
                .withSubject(terms.subject().attributes().isEmpty() ? request.subject() : terms.subject());
        requireSubject(granted);
        KeyPairs.requireStrong(request.publicKey(), granted.subject().toString());
        Certificate certificate = authority.sign(granted, request.publicKey());
        IndexEntry entry = store.entry(IndexEntry.Event.ISSUED, granted, certificate);
        boolean keyIsAnothers = store.find(granted.name())
                .filter(each -> !each.certificate().isOf(request.publicKey()))
                .isPresent();
        store.folder().write(List.of(entry), transaction -> {
            transaction.putPublic(granted.files().certificate(), certificate.pemBytes());
            if (keyIsAnothers) {
                transaction.park(granted.files().key());
            }
        });
        return store.require(granted.name());
    }

    private static void requireSubject(CertificateRequest granted) {
        if (granted.subject().attributes().isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the request " + granted.name() + " has no subject",
                    "give one with --subject");
        }
    }
}
