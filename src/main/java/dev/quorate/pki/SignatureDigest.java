package dev.quorate.pki;

import java.util.Locale;

/** What is signed instead of the whole certificate. An Ed25519 key has its own and takes none of these. */
public enum SignatureDigest {
    SHA256,
    SHA384,
    SHA512;

    /** The digest as strong as a key of {@code type}. */
    public static SignatureDigest strongEnoughFor(KeyType type) {
        return switch (type) {
            case RSA_2048, RSA_3072, RSA_4096, EC_P256, ED25519 -> SHA256;
            case EC_P384 -> SHA384;
            case EC_P521 -> SHA512;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
