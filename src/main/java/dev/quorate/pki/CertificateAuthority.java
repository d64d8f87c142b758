package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;

/** A certificate that may sign others, with its key. */
public final class CertificateAuthority {

    private static final Usages AUTHORITY_USAGES =
            new Usages(EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN), Set.of());

    private final Certificate certificate;
    private final PrivateKey key;
    private final Clock clock;

    /** For those who made both halves themselves; others prove them by {@link #of}. */
    CertificateAuthority(Certificate certificate, PrivateKey key, Clock clock) {
        this.certificate = certificate;
        this.key = key;
        this.clock = clock;
    }

    /** A new root: signed by itself, valid from now. */
    static KeyedCertificate create(AuthorityRequest request, Clock clock) {
        KeyPair pair = KeyPairs.generate(request.keyType());
        SignatureDigest digest = request.digest().orElseGet(() -> SignatureDigest.strongEnoughFor(request.keyType()));
        byte[] identifier = CertificateStructure.keyIdentifier(pair.getPublic());
        CertificateStructure structure = new CertificateStructure(
                        SubjectAttributes.encode(request.subject()),
                        request.subject(),
                        pair.getPublic(),
                        Validity.from(clock.instant(), request.validity()))
                .constraints(constraints(request.pathLength()))
                .usages(AUTHORITY_USAGES)
                .identifiers(identifier, identifier)
                .names(request.names())
                .distribution(request.distribution());
        return new KeyedCertificate(Certificate.of(structure.sign(KeySigner.of(pair.getPrivate(), digest))), pair);
    }

    private static BasicConstraints constraints(OptionalInt pathLength) {
        return pathLength.isPresent() ? new BasicConstraints(pathLength.getAsInt()) : new BasicConstraints(true);
    }

    /**
     * The authority of a certificate and its key.
     *
     * @throws OperatorException when the certificate is no CA's, is not valid now, or the key is another's
     */
    static CertificateAuthority of(Certificate certificate, PrivateKey key, Clock clock) {
        requireSigns(certificate);
        if (!KeyPairs.match(key, certificate.x509().getPublicKey())) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the CA's key does not belong to its certificate " + certificate.subject(),
                    "find the key that was made with it: pki verify CERTIFICATE KEY tells");
        }
        return new CertificateAuthority(certificate, key, clock);
    }

    /** @throws OperatorException when nobody would trust what the holder of {@code certificate} signed */
    static void requireSigns(Certificate certificate) {
        if (!certificate.isAuthority()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the certificate " + certificate.subject() + " is not a CA's",
                    "its basic constraints do not say CA:TRUE; give the certificate that signed it");
        }
        if (!certificate.maySign()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the CA " + certificate.subject() + " may not sign certificates: its key usage lacks keyCertSign",
                    "nobody would trust what it signed; take another CA, or make one with pki init");
        }
        KeyPairs.requireKnown(
                certificate.x509().getPublicKey(), certificate.subject().toString());
    }

    public Certificate certificate() {
        return certificate;
    }

    /** A new key and its certificate. */
    public KeyedCertificate issue(CertificateRequest request) {
        KeyPair pair = KeyPairs.generate(request.keyType());
        return new KeyedCertificate(sign(request, pair.getPublic()), pair);
    }

    /** A new key and its certificate for each request. */
    List<KeyedCertificate> issue(List<CertificateRequest> requests) {
        requests.forEach(CertificateAuthority::requireNames);
        return Processors.map(requests, this::issue);
    }

    /** A certificate for a key that exists; it ends with the authority's own at the latest. */
    public Certificate sign(CertificateRequest request, PublicKey publicKey) {
        requireNames(request);
        Instant now = clock.instant();
        requireValid(now);
        Validity validity = Validity.from(now, request.validity()).within(certificate.validity());
        CertificateStructure structure = new CertificateStructure(name(), request.subject(), publicKey, validity)
                .constraints(new BasicConstraints(false))
                .usages(request.usages())
                .identifiers(
                        CertificateStructure.keyIdentifier(publicKey),
                        CertificateFields.keyIdentifier(certificate.x509()))
                .names(request.names())
                .distribution(request.special().distribution());
        return Certificate.of(structure.sign(signer(request.special().digest())));
    }

    /** With its certificate as {@link #signItself} makes it. */
    CertificateAuthority renewed() {
        return new CertificateAuthority(signItself(), key, clock);
    }

    /** Its own certificate again, valid from now for as long as it was, with the same key, subject and extensions. */
    private Certificate signItself() {
        Validity old = certificate.validity();
        byte[] identifier = CertificateFields.keyIdentifier(certificate.x509());
        CertificateStructure structure = new CertificateStructure(
                        name(),
                        certificate.subject(),
                        certificate.x509().getPublicKey(),
                        Validity.from(clock.instant(), Duration.between(old.notBefore(), old.notAfter())))
                .constraints(constraints(certificate.pathLength()))
                .usages(certificate.usages())
                .identifiers(identifier, identifier)
                .names(certificate.names())
                .distribution(certificate.distribution());
        return Certificate.of(structure.sign(signer(Optional.empty())));
    }

    KeySigner signer(Optional<SignatureDigest> digest) {
        return KeySigner.of(key, digest.orElseGet(this::defaultDigest));
    }

    private SignatureDigest defaultDigest() {
        return KeyPairs.typeOf(certificate.x509().getPublicKey())
                .map(SignatureDigest::strongEnoughFor)
                .orElse(SignatureDigest.SHA256);
    }

    /** The subject byte by byte: a verifier compares it with the issuer of what it signed. */
    X500Name name() {
        return X500Name.getInstance(certificate.x509().getSubjectX500Principal().getEncoded());
    }

    private static void requireNames(CertificateRequest request) {
        if (request.profile().needsNames() && request.names().stream().noneMatch(AlternativeName::isHost)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the " + request.profile().word() + " certificate " + request.name() + " names no host",
                    "give the names and addresses it is reached by");
        }
    }

    private void requireValid(Instant now) {
        if (!certificate.validity().holdsAt(now)) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "the CA " + certificate.subject() + " is valid from "
                            + certificate.validity().notBefore() + " until "
                            + certificate.validity().notAfter() + " only; now it is " + now,
                    "pki renew --ca makes it again with its key, so that all it signed stays valid; or correct the clock");
        }
    }
}
