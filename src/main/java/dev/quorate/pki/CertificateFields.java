package dev.quorate.pki;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/** What stands in a certificate or a request besides key, dates and signature. */
record CertificateFields(
        Subject subject,
        Subject issuer,
        List<AlternativeName> names,
        Usages usages,
        Distribution distribution,
        String subjectKeyId,
        String authorityKeyId) {

    static CertificateFields of(X509Certificate certificate) {
        org.bouncycastle.asn1.x509.Certificate structure =
                org.bouncycastle.asn1.x509.Certificate.getInstance(Digests.encoded(certificate));
        return of(
                structure.getSubject(),
                structure.getIssuer(),
                structure.getTBSCertificate().getExtensions());
    }

    /** @param extensions absent in certificates of version 1, as openssl makes them without an extension file */
    static CertificateFields of(X500Name subject, X500Name issuer, @Nullable Extensions extensions) {
        if (extensions == null) {
            return new CertificateFields(
                    SubjectAttributes.decode(subject),
                    SubjectAttributes.decode(issuer),
                    List.of(),
                    new Usages(Set.of(), Set.of()),
                    Distribution.NONE,
                    "",
                    "");
        }
        return new CertificateFields(
                SubjectAttributes.decode(subject),
                SubjectAttributes.decode(issuer),
                names(extensions),
                new Usages(keyUsages(extensions), extendedUsages(extensions)),
                distribution(extensions),
                subjectKeyId(extensions),
                authorityKeyId(extensions));
    }

    private static List<AlternativeName> names(Extensions extensions) {
        GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        List<AlternativeName> found = new ArrayList<>();
        if (names != null) {
            for (GeneralName name : names.getNames()) {
                GeneralNamesCodec.decode(name).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Set<KeyUsage> keyUsages(Extensions extensions) {
        EnumSet<KeyUsage> found = EnumSet.noneOf(KeyUsage.class);
        var usage = org.bouncycastle.asn1.x509.KeyUsage.fromExtensions(extensions);
        if (usage != null) {
            for (KeyUsage candidate : KeyUsage.values()) {
                if (usage.hasUsages(candidate.mask())) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private static Set<ExtendedKeyUsage> extendedUsages(Extensions extensions) {
        EnumSet<ExtendedKeyUsage> found = EnumSet.noneOf(ExtendedKeyUsage.class);
        var usage = org.bouncycastle.asn1.x509.ExtendedKeyUsage.fromExtensions(extensions);
        if (usage != null) {
            for (KeyPurposeId purpose : usage.getUsages()) {
                ExtendedKeyUsage.ofOid(purpose.getId()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Distribution distribution(Extensions extensions) {
        List<String> issuers = new ArrayList<>();
        List<String> responders = new ArrayList<>();
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(extensions);
        if (access != null) {
            for (AccessDescription description : access.getAccessDescriptions()) {
                boolean responder = description.getAccessMethod().equals(AccessDescription.id_ad_ocsp);
                (responder ? responders : issuers)
                        .add(description.getAccessLocation().getName().toString());
            }
        }
        return new Distribution(revocationLists(extensions), issuers, responders);
    }

    private static List<String> revocationLists(Extensions extensions) {
        List<String> found = new ArrayList<>();
        Extension points = extensions.getExtension(Extension.cRLDistributionPoints);
        if (points != null) {
            for (DistributionPoint point :
                    CRLDistPoint.getInstance(points.getParsedValue()).getDistributionPoints()) {
                addAddresses(point.getDistributionPoint(), found);
            }
        }
        return found;
    }

    private static void addAddresses(@Nullable DistributionPointName point, List<String> found) {
        if (point == null || point.getType() != DistributionPointName.FULL_NAME) {
            return;
        }
        for (GeneralName name : GeneralNames.getInstance(point.getName()).getNames()) {
            found.add(name.getName().toString());
        }
    }

    private static String subjectKeyId(Extensions extensions) {
        SubjectKeyIdentifier identifier = SubjectKeyIdentifier.fromExtensions(extensions);
        return identifier == null ? "" : pairs(identifier.getKeyIdentifier());
    }

    private static String authorityKeyId(Extensions extensions) {
        AuthorityKeyIdentifier identifier = AuthorityKeyIdentifier.fromExtensions(extensions);
        if (identifier == null || identifier.getKeyIdentifierOctets() == null) {
            return "";
        }
        return pairs(identifier.getKeyIdentifierOctets());
    }

    private static String pairs(byte[] identifier) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(identifier);
    }

    /** The key identifier of a CA, as it wrote it itself; computed where it wrote none. */
    static byte[] keyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            return CertificateStructure.keyIdentifier(certificate.getPublicKey());
        }
        ASN1Primitive inner = ASN1OctetString.getInstance(
                        ASN1OctetString.getInstance(extension).getOctets())
                .toASN1Primitive();
        return ASN1OctetString.getInstance(inner).getOctets();
    }
}
