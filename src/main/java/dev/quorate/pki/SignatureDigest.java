package dev.quorate.pki;

import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What is signed instead of the whole certificate. An Ed25519 key has its own and takes none of these. */
public enum SignatureDigest {
    SHA256(PKCSObjectIdentifiers.sha256WithRSAEncryption, X9ObjectIdentifiers.ecdsa_with_SHA256),
    SHA384(PKCSObjectIdentifiers.sha384WithRSAEncryption, X9ObjectIdentifiers.ecdsa_with_SHA384),
    SHA512(PKCSObjectIdentifiers.sha512WithRSAEncryption, X9ObjectIdentifiers.ecdsa_with_SHA512);

    private final ASN1ObjectIdentifier withRsa;
    private final ASN1ObjectIdentifier withEcdsa;

    SignatureDigest(ASN1ObjectIdentifier withRsa, ASN1ObjectIdentifier withEcdsa) {
        this.withRsa = withRsa;
        this.withEcdsa = withEcdsa;
    }

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

    AlgorithmIdentifier identifier(boolean rsa) {
        if (rsa) {
            return new AlgorithmIdentifier(withRsa, DERNull.INSTANCE);
        }
        return new AlgorithmIdentifier(withEcdsa);
    }
}
