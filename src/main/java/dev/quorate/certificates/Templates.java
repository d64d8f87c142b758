package dev.quorate.certificates;

import dev.quorate.certificates.PkiValues.ForRole;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.CertificateTemplate;
import dev.quorate.pki.Distribution;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.KeyEncoding;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.KeyUsage;
import dev.quorate.pki.Usages;
import dev.quorate.pki.foreign.RequestFile;
import dev.quorate.pki.foreign.SigningPolicy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the flags of a line make of the certificates of each role. A flag comes before a file, a file before a profile. */
final class Templates {

    private final Values line;
    private final Optional<RequestFile> file;
    private final Optional<SigningPolicy.Profile> policy;

    Templates(Values line, Optional<RequestFile> file, Optional<SigningPolicy.Profile> policy) {
        this.line = line;
        this.file = file;
        this.policy = policy;
    }

    Map<CertificateProfile, CertificateTemplate> all() {
        Map<CertificateProfile, CertificateTemplate> templates = new EnumMap<>(CertificateProfile.class);
        for (CertificateProfile role : CertificateProfile.values()) {
            templates.put(role, of(role));
        }
        return templates;
    }

    CertificateTemplate of(CertificateProfile role) {
        CertificateTemplate base = CertificateTemplate.DEFAULT;
        KeyType keyType = ForRole.choose(line.get(IssueFlags.KEY_TYPE), role)
                .or(() -> file.flatMap(RequestFile::keyType))
                .orElse(base.keyType());
        return new CertificateTemplate(
                ForRole.choose(line.get(IssueFlags.SUBJECT), role)
                        .or(() -> file.map(RequestFile::subject))
                        .orElse(base.subject()),
                keyType,
                encoding(role, keyType),
                ForRole.choose(line.get(IssueFlags.DAYS), role)
                        .or(() -> policy.flatMap(SigningPolicy.Profile::expiry))
                        .orElse(base.validity()),
                ForRole.choose(line.get(IssueFlags.CERTIFICATE_FILE), role).orElse(base.certificateFile()),
                ForRole.choose(line.get(IssueFlags.KEY_FILE), role).orElse(base.keyFile()),
                special(role, keyType));
    }

    private KeyEncoding encoding(CertificateProfile role, KeyType keyType) {
        KeyEncoding encoding =
                ForRole.choose(line.get(IssueFlags.ENCODING), role).orElse(KeyEncoding.PKCS8);
        if (!encoding.fits(keyType)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    encoding.word() + " cannot hold a key of type " + keyType,
                    "pkcs1 is for RSA, sec1 for EC, pkcs8 for all");
        }
        return encoding;
    }

    private CertificateRequest.Special special(CertificateProfile role, KeyType keyType) {
        Distribution distribution = new Distribution(
                line.get(PkiFlags.REVOCATION_URLS), line.get(PkiFlags.ISSUER_URLS), line.get(PkiFlags.RESPONDER_URLS));
        return new CertificateRequest.Special(
                usages(role, keyType), distribution, line.get(PkiFlags.DIGEST), Optional.empty());
    }

    private Optional<Usages> usages(CertificateProfile role, KeyType keyType) {
        Set<KeyUsage> key = EnumSet.noneOf(KeyUsage.class);
        key.addAll(ForRole.all(line.get(IssueFlags.KEY_USAGE), role));
        Set<ExtendedKeyUsage> extended = EnumSet.noneOf(ExtendedKeyUsage.class);
        extended.addAll(ForRole.all(line.get(IssueFlags.EXTENDED_USAGE), role));
        Optional<Usages> base = policy.map(SigningPolicy.Profile::usages).or(() -> file.flatMap(RequestFile::usages));
        if (key.isEmpty() && extended.isEmpty()) {
            return base;
        }
        Usages profile = base.orElseGet(() -> role.usages(keyType));
        return Optional.of(
                new Usages(key.isEmpty() ? profile.key() : key, extended.isEmpty() ? profile.extended() : extended));
    }

    /** What the file's own program would have passed over in silence. */
    List<String> mistakes() {
        return file.map(RequestFile::mistakes).orElse(List.of());
    }
}
