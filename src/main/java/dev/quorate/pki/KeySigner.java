package dev.quorate.pki;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Signs what Bouncy Castle builds with a key of the JDK. */
final class KeySigner implements ContentSigner {

    private final AlgorithmIdentifier identifier;
    private final String algorithm;
    private final PrivateKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private KeySigner(AlgorithmIdentifier identifier, String algorithm, PrivateKey key) {
        this.identifier = identifier;
        this.algorithm = algorithm;
        this.key = key;
    }

    static KeySigner of(PrivateKey key, SignatureDigest digest) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> new KeySigner(digest.identifier(true), digest.name() + "withRSA", key);
            case "EC" -> new KeySigner(digest.identifier(false), digest.name() + "withECDSA", key);
            default -> new KeySigner(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), "Ed25519", key);
        };
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
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.toByteArray());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }
}
