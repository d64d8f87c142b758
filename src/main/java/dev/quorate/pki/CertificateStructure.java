package dev.quorate.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Puts a certificate together, extension by extension, in the order openssl users are used to read. */
final class CertificateStructure {

    private static final int SERIAL_BITS = 128;

    private final X509v3CertificateBuilder builder;
    private final boolean nameless;

    CertificateStructure(X500Name issuer, Subject subject, PublicKey key, Validity validity) {
        nameless = subject.attributes().isEmpty();
        builder = new X509v3CertificateBuilder(
                issuer,
                randomSerial(),
                CertificateTime.of(validity.notBefore()),
                CertificateTime.of(validity.notAfter()),
                SubjectAttributes.encode(subject),
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    /** 128 random bits, so that serials neither collide nor tell how many there are. */
    private static BigInteger randomSerial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom());
    }

    static byte[] keyIdentifier(PublicKey key) {
        return Digests.sha1(SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes());
    }

    CertificateStructure constraints(BasicConstraints constraints) {
        return add(Extension.basicConstraints, true, constraints);
    }

    CertificateStructure usages(Usages usages) {
        if (!usages.key().isEmpty()) {
            add(Extension.keyUsage, true, keyUsage(usages.key()));
        }
        if (!usages.extended().isEmpty()) {
            add(Extension.extendedKeyUsage, false, purposes(usages.extended()));
        }
        return this;
    }

    static org.bouncycastle.asn1.x509.KeyUsage keyUsage(Set<KeyUsage> usages) {
        int mask = usages.stream().mapToInt(KeyUsage::mask).reduce(0, (left, right) -> left | right);
        return new org.bouncycastle.asn1.x509.KeyUsage(mask);
    }

    static org.bouncycastle.asn1.x509.ExtendedKeyUsage purposes(Set<ExtendedKeyUsage> usages) {
        return new org.bouncycastle.asn1.x509.ExtendedKeyUsage(usages.stream()
                .map(usage -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(usage.oid())))
                .toArray(KeyPurposeId[]::new));
    }

    /** Only the key's identifier: issuer and serial would break when the authority is renewed with its key. */
    CertificateStructure identifiers(byte[] subjectKey, byte[] authorityKey) {
        add(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(subjectKey));
        return add(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(authorityKey));
    }

    /** Without a subject the names are all that tells whose it is, so that nobody may pass over them (RFC 5280, 4.2.1.6). */
    CertificateStructure names(List<AlternativeName> names) {
        if (names.isEmpty()) {
            return this;
        }
        return add(Extension.subjectAlternativeName, nameless, GeneralNamesCodec.encode(names));
    }

    CertificateStructure distribution(Distribution distribution) {
        List<AccessDescription> access = new ArrayList<>();
        distribution.issuers().forEach(address -> access.add(access(AccessDescription.id_ad_caIssuers, address)));
        distribution.responders().forEach(address -> access.add(access(AccessDescription.id_ad_ocsp, address)));
        if (!access.isEmpty()) {
            AccessDescription[] all = access.toArray(AccessDescription[]::new);
            add(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(all));
        }
        if (!distribution.revocationLists().isEmpty()) {
            add(Extension.cRLDistributionPoints, false, points(distribution.revocationLists()));
        }
        return this;
    }

    private static AccessDescription access(ASN1ObjectIdentifier method, String address) {
        return new AccessDescription(method, uri(address));
    }

    private static CRLDistPoint points(List<String> addresses) {
        return new CRLDistPoint(addresses.stream()
                .map(address -> new DistributionPointName(new GeneralNames(uri(address))))
                .map(name -> new DistributionPoint(name, null, null))
                .toArray(DistributionPoint[]::new));
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private CertificateStructure add(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(type, critical, value);
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode extension " + type, e);
        }
        return this;
    }

    X509Certificate sign(KeySigner signer) {
        try {
            byte[] encoded = builder.build(signer).getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException | IOException e) {
            throw new IllegalStateException("a certificate just made cannot be read", e);
        }
    }
}
