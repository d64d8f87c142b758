package dev.quorate.pki;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;

/** Signs what Bouncy Castle builds with a key of the JDK. */
final class KeySigner implements ContentSigner {

    private final AlgorithmIdentifier identifier;
    private final String algorithm;
    private final PrivateKey key;
    private final SignatureDigest digest;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private KeySigner(AlgorithmIdentifier identifier, String algorithm, PrivateKey key, SignatureDigest digest) {
        this.digest = digest;
        this.identifier = identifier;
        this.algorithm = algorithm;
        this.key = key;
    }

    static KeySigner of(PrivateKey key, SignatureDigest digest) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> new KeySigner(withRsa(digest), digest.name() + "withRSA", key, digest);
            case "EC" -> new KeySigner(withEcdsa(digest), digest.name() + "withECDSA", key, digest);
            default -> new KeySigner(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), "Ed25519", key, digest);
        };
    }

    private static AlgorithmIdentifier withRsa(SignatureDigest digest) {
        ASN1ObjectIdentifier identifier = switch (digest) {
            case SHA256 -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
            case SHA384 -> PKCSObjectIdentifiers.sha384WithRSAEncryption;
            case SHA512 -> PKCSObjectIdentifiers.sha512WithRSAEncryption;
        };
        return new AlgorithmIdentifier(identifier, DERNull.INSTANCE);
    }

    private static AlgorithmIdentifier withEcdsa(SignatureDigest digest) {
        return new AlgorithmIdentifier(
                switch (digest) {
                    case SHA256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
                    case SHA384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
                    case SHA512 -> X9ObjectIdentifiers.ecdsa_with_SHA512;
                });
    }

    /** The JDK's name: {@code SHA256withECDSA}. */
    String algorithm() {
        return algorithm;
    }

    void add(byte[] bytes) {
        content.writeBytes(bytes);
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return identifier;
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        try {
            if (key instanceof ECPrivateKey elliptic) {
                byte[] hash = MessageDigest.getInstance(digest.name().replace("SHA", "SHA-"))
                        .digest(content.toByteArray());
                return EllipticCurve.of(elliptic.getParams()).sign(elliptic, hash);
            }
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.toByteArray());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }
}
