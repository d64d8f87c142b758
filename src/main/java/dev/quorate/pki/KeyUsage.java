package dev.quorate.pki;

/** What a key may be used for (RFC 5280, 4.2.1.3), in the order of its bits. */
public enum KeyUsage {
    DIGITAL_SIGNATURE("digitalSignature", 0x80),
    NON_REPUDIATION("nonRepudiation", 0x40),
    KEY_ENCIPHERMENT("keyEncipherment", 0x20),
    DATA_ENCIPHERMENT("dataEncipherment", 0x10),
    KEY_AGREEMENT("keyAgreement", 0x08),
    KEY_CERT_SIGN("keyCertSign", 0x04),
    CRL_SIGN("cRLSign", 0x02),
    ENCIPHER_ONLY("encipherOnly", 0x01),
    DECIPHER_ONLY("decipherOnly", 0x8000);

    private final String word;
    private final int mask;

    KeyUsage(String word, int mask) {
        this.word = word;
        this.mask = mask;
    }

    /** The name in the standard and in openssl's configuration. */
    public String word() {
        return word;
    }

    /** The bit in the encoding of the extension: bit 0 of the standard is the highest of the first byte. */
    int mask() {
        return mask;
    }
}
