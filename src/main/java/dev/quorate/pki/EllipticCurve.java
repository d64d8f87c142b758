package dev.quorate.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * Keys and signatures on one of the NIST curves. By Bouncy Castle's own arithmetic, which is four times as fast as the JDK's
 * as long as the code is young, and the code of a console that issues a few certificates never grows old.
 */
final class EllipticCurve {

    private final ASN1ObjectIdentifier name;
    private final ECDomainParameters domain;

    private EllipticCurve(ASN1ObjectIdentifier name) {
        this.name = name;
        this.domain = new ECDomainParameters(CustomNamedCurves.getByOID(name));
    }

    /** @throws GeneralSecurityException for a curve other than P-256, P-384 and P-521 */
    static EllipticCurve ofBits(int bits) throws GeneralSecurityException {
        return switch (bits) {
            case 256 -> new EllipticCurve(SECObjectIdentifiers.secp256r1);
            case 384 -> new EllipticCurve(SECObjectIdentifiers.secp384r1);
            case 521 -> new EllipticCurve(SECObjectIdentifiers.secp521r1);
            default -> throw new GeneralSecurityException("no curve of " + bits + " bits");
        };
    }

    static EllipticCurve of(ECParameterSpec parameters) throws GeneralSecurityException {
        return ofBits(parameters.getCurve().getField().getFieldSize());
    }

    KeyPair generate() throws GeneralSecurityException {
        BigInteger secret = randomBelowOrder(new SecureRandom());
        KeyFactory keys = KeyFactory.getInstance("EC");
        ECPublicKey publicKey = (ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(publicInfo(secret)));
        return new KeyPair(publicKey, keys.generatePrivate(new ECPrivateKeySpec(secret, publicKey.getParams())));
    }

    /** By rejection, so that every value is as likely (FIPS 186-5, A.2.2). */
    private BigInteger randomBelowOrder(SecureRandom random) {
        BigInteger candidate;
        do {
            candidate = new BigInteger(domain.getN().bitLength(), random);
        } while (candidate.signum() == 0 || candidate.compareTo(domain.getN()) >= 0);
        return candidate;
    }

    private byte[] publicInfo(BigInteger secret) {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, name);
        try {
            return new SubjectPublicKeyInfo(algorithm, publicPoint(secret).getEncoded(false)).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode a public key", e);
        }
    }

    private ECPoint publicPoint(BigInteger secret) {
        return new FixedPointCombMultiplier().multiply(domain.getG(), secret).normalize();
    }

    /** Whether {@code publicKey} is what {@code secret} makes of the curve's generator. */
    boolean match(ECPrivateKey secret, ECPublicKey publicKey) {
        ECPoint point = publicPoint(secret.getS());
        return point.getAffineXCoord().toBigInteger().equals(publicKey.getW().getAffineX())
                && point.getAffineYCoord()
                        .toBigInteger()
                        .equals(publicKey.getW().getAffineY());
    }

    /** Deterministic (RFC 6979): no weak random number can give the key away. */
    byte[] sign(ECPrivateKey key, byte[] hash) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(key.getS(), domain));
        BigInteger[] signature = signer.generateSignature(hash);
        try {
            return StandardDSAEncoding.INSTANCE.encode(domain.getN(), signature[0], signature[1]);
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode a signature", e);
        }
    }
}
