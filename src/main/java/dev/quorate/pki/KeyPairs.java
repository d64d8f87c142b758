package dev.quorate.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/** Makes key pairs and tells what they are. */
final class KeyPairs {

    private KeyPairs() {}

    static KeyPair generate(KeyType type) {
        try {
            if (type.isEc()) {
                return EllipticCurve.ofBits(type.bits()).generate();
            }
            if (type.isRsa()) {
                return RsaKeys.generate(type.bits());
            }
            return KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make " + type + " keys", e);
        }
    }

    /** The type of a key, empty for one this console does not make, such as RSA of 1024 bits. */
    static Optional<KeyType> typeOf(PublicKey key) {
        String algorithm = key instanceof EdECPublicKey ? "Ed25519" : key.getAlgorithm();
        int bits = bits(key);
        return Arrays.stream(KeyType.values())
                .filter(type -> type.algorithm().equals(algorithm) && type.bits() == bits)
                .findFirst();
    }

    static int bits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize();
            default -> KeyType.ED25519.bits();
        };
    }

    /** Whether both are halves of one pair. */
    static boolean match(PrivateKey privateKey, PublicKey publicKey) {
        try {
            if (privateKey instanceof ECPrivateKey secret && publicKey instanceof ECPublicKey point) {
                return sameField(secret, point)
                        && EllipticCurve.of(point.getParams()).match(secret, point);
            }
            return family(privateKey.getAlgorithm()).equals(family(publicKey.getAlgorithm()))
                    && verifiesWhatIsSigned(privateKey, publicKey);
        } catch (GeneralSecurityException | IllegalStateException e) {
            return false;
        }
    }

    private static boolean sameField(ECPrivateKey privateKey, ECPublicKey publicKey) {
        return privateKey
                .getParams()
                .getCurve()
                .getField()
                .equals(publicKey.getParams().getCurve().getField());
    }

    private static boolean verifiesWhatIsSigned(PrivateKey privateKey, PublicKey publicKey)
            throws GeneralSecurityException {
        byte[] sample = new byte[32];
        Arrays.fill(sample, (byte) 7);
        KeySigner signer = KeySigner.of(privateKey, SignatureDigest.SHA256);
        signer.add(sample);
        Signature verifier = Signature.getInstance(signer.algorithm());
        verifier.initVerify(publicKey);
        verifier.update(sample);
        return verifier.verify(signer.getSignature());
    }

    private static String family(String algorithm) {
        return algorithm.equals("EdDSA") ? "Ed25519" : algorithm;
    }
}
