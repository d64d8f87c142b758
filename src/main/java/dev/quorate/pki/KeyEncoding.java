package dev.quorate.pki;

import java.util.Locale;

/** How a private key is written. */
public enum KeyEncoding {
    /** {@code PRIVATE KEY}, for every algorithm; what current openssl writes. */
    PKCS8,
    /** {@code RSA PRIVATE KEY}, which cfssl and older openssl write. */
    PKCS1,
    /** {@code EC PRIVATE KEY}, which cfssl and older openssl write. */
    SEC1;

    /** Whether keys of {@code type} can be written so. */
    public boolean fits(KeyType type) {
        return switch (this) {
            case PKCS8 -> true;
            case PKCS1 -> type.isRsa();
            case SEC1 -> type.isEc();
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
