package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A request for a certificate (PKCS#10): a public key, what it asks for, and the proof that whoever asks has the key.
 *
 * @param usages asked for; often none
 */
public record SigningRequest(Subject subject, List<AlternativeName> names, Usages usages, PublicKey publicKey) {

    private static final List<String> BLOCKS = List.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");

    public SigningRequest {
        names = List.copyOf(names);
    }

    /** Whether {@code file} holds such a request in PEM. */
    public static boolean isIn(Path file) {
        return Pem.blocks(PemFiles.read(file)).stream().anyMatch(block -> BLOCKS.contains(block.type()));
    }

    /** @throws OperatorException for a file without a request, or one whose signature does not prove its key */
    public static SigningRequest read(Path file) {
        for (Pem block : Pem.blocks(PemFiles.read(file))) {
            if (BLOCKS.contains(block.type())) {
                return decode(file, block);
            }
        }
        throw OperatorException.of(
                ExitCode.INVALID_INPUT,
                file + " contains no certificate request",
                "it must have a block that begins with -----BEGIN CERTIFICATE REQUEST-----");
    }

    private static SigningRequest decode(Path file, Pem block) {
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(block.content());
            SubjectPublicKeyInfo info = request.getSubjectPublicKeyInfo();
            PublicKey key = KeyFactory.getInstance(
                            PrivateKeys.name(info.getAlgorithm().getAlgorithm()))
                    .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
            requireProof(file, request, key);
            CertificateFields fields =
                    CertificateFields.of(request.getSubject(), request.getSubject(), extensions(request));
            return new SigningRequest(fields.subject(), fields.names(), fields.usages(), key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new OperatorException(
                    OperatorException.of(
                                    ExitCode.INVALID_INPUT,
                                    "the certificate request in " + file + " cannot be read",
                                    "it was damaged on its way, or its key is of a kind that etcd cannot use: have it made again")
                            .failure(),
                    e);
        }
    }

    private static void requireProof(Path file, PKCS10CertificationRequest request, PublicKey key)
            throws GeneralSecurityException, IOException {
        String algorithm = new DefaultSignatureNameFinder().getAlgorithmName(request.getSignatureAlgorithm());
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        signature.update(request.toASN1Structure().getCertificationRequestInfo().getEncoded());
        if (!signature.verify(request.getSignature())) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the certificate request in " + file + " is not signed by its own key",
                    "it was changed on its way; have it made again");
        }
    }

    /** openssl writes an empty list of them where nothing was asked for. */
    private static @Nullable Extensions extensions(PKCS10CertificationRequest request) {
        Attribute[] asked = request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest);
        if (asked.length == 0) {
            return null;
        }
        ASN1Sequence extensions =
                ASN1Sequence.getInstance(asked[0].getAttrValues().getObjectAt(0));
        return extensions.size() == 0 ? null : Extensions.getInstance(extensions);
    }

    /** A request in PEM for what {@code wanted} describes, signed by its key. */
    static Pem create(CertificateRequest wanted, KeyPair pair) {
        try {
            X500Name subject = SubjectAttributes.encode(wanted.subject());
            SubjectPublicKeyInfo key =
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
            PKCS10CertificationRequestBuilder builder = new PKCS10CertificationRequestBuilder(subject, key);
            builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(wanted));
            KeySigner signer = KeySigner.of(pair.getPrivate(), SignatureDigest.strongEnoughFor(wanted.keyType()));
            return new Pem("CERTIFICATE REQUEST", builder.build(signer).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode a request", e);
        }
    }

    private static Extensions extensions(CertificateRequest wanted) throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        Usages usages = wanted.usages();
        if (!usages.key().isEmpty()) {
            extensions.addExtension(Extension.keyUsage, true, CertificateStructure.keyUsage(usages.key()));
        }
        if (!usages.extended().isEmpty()) {
            extensions.addExtension(
                    Extension.extendedKeyUsage, false, CertificateStructure.purposes(usages.extended()));
        }
        if (!wanted.names().isEmpty()) {
            extensions.addExtension(Extension.subjectAlternativeName, false, GeneralNamesCodec.encode(wanted.names()));
        }
        return extensions.generate();
    }
}
