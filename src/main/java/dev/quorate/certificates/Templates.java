package dev.quorate.certificates;

import dev.quorate.certificates.PkiValues.ForRole;
import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.CertificateTemplate;
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

/**
 * What the flags of a line make of the certificates of each role. A flag comes before a request file, that before a profile
 * of a policy, and all before what the cluster file says.
 */
final class Templates {

    private final Values line;
    private final Optional<RequestFile> file;
    private final Optional<SigningPolicy.Profile> policy;
    private final Map<CertificateProfile, CertificateTemplate> defaults;

    /** @param defaults of the cluster file, as far as there is one */
    Templates(
            Values line,
            Optional<RequestFile> file,
            Optional<SigningPolicy.Profile> policy,
            Map<CertificateProfile, CertificateTemplate> defaults) {
        this.line = line;
        this.file = file;
        this.policy = policy;
        this.defaults = Map.copyOf(defaults);
    }

    Map<CertificateProfile, CertificateTemplate> all() {
        Map<CertificateProfile, CertificateTemplate> templates = new EnumMap<>(CertificateProfile.class);
        for (CertificateProfile role : CertificateProfile.values()) {
            templates.put(role, of(role));
        }
        return templates;
    }

    CertificateTemplate of(CertificateProfile role) {
        CertificateTemplate base = defaults.getOrDefault(role, CertificateTemplate.DEFAULT);
        KeyType keyType = ForRole.choose(line.get(IssueFlags.KEY_TYPE), role)
                .or(() -> file.flatMap(RequestFile::keyType))
                .orElse(base.keyType());
        return new CertificateTemplate(
                ForRole.choose(line.get(IssueFlags.SUBJECT), role)
                        .or(() -> file.map(RequestFile::subject))
                        .orElse(base.subject()),
                keyType,
                encoding(role, keyType, base),
                ForRole.choose(line.get(IssueFlags.DAYS), role)
                        .or(() -> policy.flatMap(SigningPolicy.Profile::expiry))
                        .orElse(base.validity()),
                ForRole.choose(line.get(IssueFlags.CERTIFICATE_FILE), role).orElse(base.certificateFile()),
                ForRole.choose(line.get(IssueFlags.KEY_FILE), role).orElse(base.keyFile()),
                special(role, keyType, base.special()));
    }

    private KeyEncoding encoding(CertificateProfile role, KeyType keyType, CertificateTemplate base) {
        Optional<KeyEncoding> given = ForRole.choose(line.get(IssueFlags.ENCODING), role);
        KeyEncoding usual = base.keyEncoding().fits(keyType) ? base.keyEncoding() : KeyEncoding.PKCS8;
        KeyEncoding encoding = given.orElse(usual);
        if (!encoding.fits(keyType)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    encoding.word() + " cannot hold a key of type " + keyType,
                    "pkcs1 is for RSA, sec1 for EC, pkcs8 for all");
        }
        return encoding;
    }

    private CertificateRequest.Special special(
            CertificateProfile role, KeyType keyType, CertificateRequest.Special base) {
        return new CertificateRequest.Special(
                usages(role, keyType, base.usages()),
                PkiFlags.distribution(line, base.distribution()),
                line.get(PkiFlags.DIGEST).or(base::digest),
                Optional.empty());
    }

    private Optional<Usages> usages(CertificateProfile role, KeyType keyType, Optional<Usages> ofFile) {
        Set<KeyUsage> key = EnumSet.noneOf(KeyUsage.class);
        key.addAll(ForRole.all(line.get(IssueFlags.KEY_USAGE), role));
        Set<ExtendedKeyUsage> extended = EnumSet.noneOf(ExtendedKeyUsage.class);
        extended.addAll(ForRole.all(line.get(IssueFlags.EXTENDED_USAGE), role));
        Optional<Usages> base = policy.map(SigningPolicy.Profile::usages)
                .or(() -> file.flatMap(RequestFile::usages))
                .or(() -> ofFile);
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
