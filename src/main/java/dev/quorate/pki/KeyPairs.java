package dev.quorate.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** Makes key pairs and tells what they are. */
final class KeyPairs {

    private KeyPairs() {}

    static KeyPair generate(KeyType type) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm());
            if (type.isRsa()) {
                generator.initialize(type.bits());
            } else if (type.isEc()) {
                generator.initialize(new ECGenParameterSpec(type.curve()));
            }
            return generator.generateKeyPair();
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

    /** Whether both are halves of one pair: what one signs, the other verifies. */
    static boolean match(PrivateKey privateKey, PublicKey publicKey) {
        if (!family(privateKey.getAlgorithm()).equals(family(publicKey.getAlgorithm()))) {
            return false;
        }
        byte[] sample = new byte[32];
        Arrays.fill(sample, (byte) 7);
        try {
            KeySigner signer = KeySigner.of(privateKey, SignatureDigest.SHA256);
            signer.add(sample);
            Signature verifier = Signature.getInstance(signer.algorithm());
            verifier.initVerify(publicKey);
            verifier.update(sample);
            return verifier.verify(signer.getSignature());
        } catch (GeneralSecurityException | IllegalStateException e) {
            return false;
        }
    }

    private static String family(String algorithm) {
        return algorithm.equals("EdDSA") ? "Ed25519" : algorithm;
    }
}
