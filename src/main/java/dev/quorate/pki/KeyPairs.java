package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
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
        String algorithm = algorithm(key);
        int bits = bits(key);
        return Arrays.stream(KeyType.values())
                .filter(type -> type.algorithm().equals(algorithm) && type.bits() == bits)
                .findFirst();
    }

    /** The JDK leaves a key on a curve it does not know as it is, under the name of all such keys. */
    private static String algorithm(PublicKey key) {
        return switch (key) {
            case EdECPublicKey edwards -> edwards.getParams().getName();
            case RSAPublicKey rsa -> rsa.getAlgorithm();
            case ECPublicKey ec -> ec.getAlgorithm();
            default -> key.getAlgorithm() + " of a kind unknown here";
        };
    }

    /** {@code rsa-2048}, {@code ec-p256}; what it is like where this console makes no such keys. */
    static String text(PublicKey key) {
        return typeOf(key).map(KeyType::word).orElseGet(() -> {
            String algorithm = algorithm(key);
            return key instanceof RSAPublicKey ? algorithm + "-" + bits(key) : algorithm;
        });
    }

    /**
     * Refuses keys that this console cannot sign or compare with, which etcd cannot use either.
     *
     * @param owner whose key it is, for the message
     */
    static void requireKnown(PublicKey key, String owner) {
        if (typeOf(key).isEmpty() && !key.getAlgorithm().equals("RSA")) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the key of " + owner + " is of a kind that etcd cannot use: " + text(key),
                    "have it made again with a key of RSA, EC on P-256, P-384 or P-521, or Ed25519");
        }
    }

    /** As {@link #requireKnown}, and not so short that it can be broken. */
    static void requireStrong(PublicKey key, String owner) {
        requireKnown(key, owner);
        if (key instanceof RSAPublicKey && bits(key) < KeyType.RSA_2048.bits()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the key of " + owner + " has " + bits(key) + " bits only",
                    "have it made again with rsa-2048 or ec-p256");
        }
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
