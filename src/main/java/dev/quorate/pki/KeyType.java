package dev.quorate.pki;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of key a certificate may have. */
public enum KeyType {
    RSA_2048("RSA", 2048, "rsa-2048", List.of("rsa", "rsa:2048")),
    RSA_3072("RSA", 3072, "rsa-3072", List.of("rsa:3072")),
    RSA_4096("RSA", 4096, "rsa-4096", List.of("rsa:4096")),
    EC_P256("EC", 256, "ec-p256", List.of("ec", "p256", "p-256", "ecdsa-256", "prime256v1", "secp256r1")),
    EC_P384("EC", 384, "ec-p384", List.of("p384", "p-384", "ecdsa-384", "secp384r1")),
    EC_P521("EC", 521, "ec-p521", List.of("p521", "p-521", "ecdsa-521", "secp521r1")),
    ED25519("Ed25519", 256, "ed25519", List.of());

    private final String algorithm;
    private final int bits;
    private final String word;
    private final List<String> otherWords;

    KeyType(String algorithm, int bits, String word, List<String> otherWords) {
        this.algorithm = algorithm;
        this.bits = bits;
        this.word = word;
        this.otherWords = otherWords;
    }

    /** The type that {@code word} names, in the spelling of this console, of openssl or of cfssl. */
    public static Optional<KeyType> named(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.word.equals(wanted) || type.otherWords.contains(wanted))
                .findFirst();
    }

    /** All words in order, for messages and help. */
    public static String words() {
        return Arrays.stream(values()).map(KeyType::word).collect(Collectors.joining(", "));
    }

    /** How the console spells it: {@code ec-p256}. */
    public String word() {
        return word;
    }

    public int bits() {
        return bits;
    }

    /** The JDK's name of the algorithm: {@code RSA}, {@code EC}, {@code Ed25519}. */
    String algorithm() {
        return algorithm;
    }

    /** The JDK's name of the curve. */
    String curve() {
        return "secp" + bits + "r1";
    }

    boolean isRsa() {
        return algorithm.equals("RSA");
    }

    boolean isEc() {
        return algorithm.equals("EC");
    }

    @Override
    public String toString() {
        return word;
    }
}
