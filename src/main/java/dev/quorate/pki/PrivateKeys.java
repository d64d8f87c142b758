package dev.quorate.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Private keys to and from PEM. */
final class PrivateKeys {

    private PrivateKeys() {}

    static Pem encode(KeyPair pair, KeyEncoding encoding) {
        try {
            return switch (encoding) {
                case PKCS8 -> new Pem("PRIVATE KEY", pkcs8(pair));
                case PKCS1 -> new Pem("RSA PRIVATE KEY", inner(pair));
                case SEC1 -> new Pem("EC PRIVATE KEY", sec1(pair));
            };
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode a " + encoding.word() + " key", e);
        }
    }

    private static byte[] inner(KeyPair pair) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
        return info.parsePrivateKey().toASN1Primitive().getEncoded();
    }

    /** With the public key inside an EC key, as openssl writes it. */
    private static byte[] pkcs8(KeyPair pair) throws IOException {
        byte[] plain = pair.getPrivate().getEncoded();
        if (!(pair.getPrivate() instanceof java.security.interfaces.ECPrivateKey)) {
            return plain;
        }
        AlgorithmIdentifier algorithm = PrivateKeyInfo.getInstance(plain).getPrivateKeyAlgorithm();
        return new PrivateKeyInfo(algorithm, sec1(pair, null)).getEncoded();
    }

    private static byte[] sec1(KeyPair pair) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
        return sec1(pair, info.getPrivateKeyAlgorithm().getParameters()).getEncoded();
    }

    /** The JDK's own inner structure lacks curve and public key, and no other program can read that. */
    private static ECPrivateKey sec1(KeyPair pair, @Nullable ASN1Encodable curve) {
        SubjectPublicKeyInfo publicKey =
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        java.security.interfaces.ECPrivateKey key = (java.security.interfaces.ECPrivateKey) pair.getPrivate();
        int bits = key.getParams().getOrder().bitLength();
        return new ECPrivateKey(bits, key.getS(), publicKey.getPublicKeyData(), curve);
    }

    /** @throws GeneralSecurityException when the content is no key of a known algorithm */
    static PrivateKey decode(Pem block) throws GeneralSecurityException {
        try {
            return switch (block.type()) {
                case "RSA PRIVATE KEY" -> fromInfo(wrap(rsa(), block.content()));
                case "EC PRIVATE KEY" -> fromInfo(wrap(curveOf(block.content()), block.content()));
                default -> fromInfo(block.content());
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static AlgorithmIdentifier rsa() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    }

    private static AlgorithmIdentifier curveOf(byte[] sec1) throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(sec1);
        if (key.getParametersObject() == null) {
            throw new IOException("an EC key without its curve");
        }
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject());
    }

    private static byte[] wrap(AlgorithmIdentifier algorithm, byte[] inner) throws IOException {
        return new PrivateKeyInfo(algorithm, ASN1Primitive.fromByteArray(inner)).getEncoded();
    }

    /** @param info PKCS#8 */
    static PrivateKey fromInfo(byte[] info) throws GeneralSecurityException {
        ASN1ObjectIdentifier algorithm =
                PrivateKeyInfo.getInstance(info).getPrivateKeyAlgorithm().getAlgorithm();
        return KeyFactory.getInstance(name(algorithm)).generatePrivate(new PKCS8EncodedKeySpec(info));
    }

    /** The JDK's name of a key's algorithm; the identifier itself for one it does not know. */
    static String name(ASN1ObjectIdentifier algorithm) {
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return "Ed25519";
        }
        return algorithm.getId();
    }
}
