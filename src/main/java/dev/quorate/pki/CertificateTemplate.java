package dev.quorate.pki;

import java.time.Duration;
import java.util.List;

/**
 * What the certificates of one role have in common. {@code {name}} stands for the certificate's name, {@code {member}} for
 * the member's (the certificate's where it is no member's), {@code {role}} for the role, in the subject and the files.
 */
public record CertificateTemplate(
        Subject subject,
        KeyType keyType,
        KeyEncoding keyEncoding,
        Duration validity,
        String certificateFile,
        String keyFile,
        CertificateRequest.Special special) {

    public static final CertificateTemplate DEFAULT = new CertificateTemplate(
            Subject.ofCommonName("{member}"),
            KeyType.EC_P256,
            KeyEncoding.PKCS8,
            CertificateRequest.ONE_YEAR,
            "{name}.crt",
            "{name}.key",
            CertificateRequest.Special.NONE);

    /** A certificate that is no single member's. */
    public CertificateRequest request(String name, CertificateProfile profile, List<AlternativeName> names) {
        return request(name, name, profile, names).withSpecial(special);
    }

    CertificateRequest requestOf(
            MemberNames member, String name, CertificateProfile profile, List<AlternativeName> names) {
        return request(name, member.name(), profile, names).withSpecial(special.ofMember(member.name()));
    }

    private CertificateRequest request(
            String name, String member, CertificateProfile profile, List<AlternativeName> names) {
        Placeholders placeholders = new Placeholders(name, member, profile.word());
        return new CertificateRequest(
                name,
                profile,
                subject.replacing(placeholders::fill),
                names,
                keyType,
                keyEncoding,
                validity,
                new FileNames(placeholders.fill(certificateFile), placeholders.fill(keyFile)),
                special);
    }

    private record Placeholders(String name, String member, String role) {
        String fill(String text) {
            return text.replace("{name}", name).replace("{member}", member).replace("{role}", role);
        }
    }
}
