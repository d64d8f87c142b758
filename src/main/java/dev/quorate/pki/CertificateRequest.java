package dev.quorate.pki;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a leaf certificate shall be.
 *
 * @param name what it is called in the store: {@code etcd1-server}
 * @param files how it is named in the folder
 * @param special what few certificates need
 */
public record CertificateRequest(
        String name,
        CertificateProfile profile,
        Subject subject,
        List<AlternativeName> names,
        KeyType keyType,
        KeyEncoding keyEncoding,
        Duration validity,
        FileNames files,
        Special special) {

    public static final Duration ONE_YEAR = Duration.ofDays(365);

    /**
     * @param usages instead of the profile's
     * @param digest of the signature, instead of the one as strong as the authority's key
     * @param member whose certificate it is; empty for a client's and for one that all members share
     */
    public record Special(
            Optional<Usages> usages,
            Distribution distribution,
            Optional<SignatureDigest> digest,
            Optional<String> member) {
        public static final Special NONE =
                new Special(Optional.empty(), Distribution.NONE, Optional.empty(), Optional.empty());

        public Special withUsages(Usages newUsages) {
            return new Special(Optional.of(newUsages), distribution, digest, member);
        }

        public Special ofMember(String name) {
            return new Special(usages, distribution, digest, Optional.of(name));
        }
    }

    public CertificateRequest {
        names = names.stream().distinct().toList();
    }

    /** A P-256 certificate for a year, its common name its name, in {@code NAME.crt} and {@code NAME.key}. */
    public static CertificateRequest of(String name, CertificateProfile profile, List<AlternativeName> names) {
        Subject subject = Subject.ofCommonName(name);
        return new CertificateRequest(
                name,
                profile,
                subject,
                names,
                KeyType.EC_P256,
                KeyEncoding.PKCS8,
                ONE_YEAR,
                FileNames.crt(name),
                Special.NONE);
    }

    public CertificateRequest withSubject(Subject newSubject) {
        return new CertificateRequest(name, profile, newSubject, names, keyType, keyEncoding, validity, files, special);
    }

    public CertificateRequest withNames(List<AlternativeName> newNames) {
        return new CertificateRequest(name, profile, subject, newNames, keyType, keyEncoding, validity, files, special);
    }

    public CertificateRequest withKey(KeyType newType, KeyEncoding newEncoding) {
        return new CertificateRequest(name, profile, subject, names, newType, newEncoding, validity, files, special);
    }

    public CertificateRequest withValidity(Duration newValidity) {
        return new CertificateRequest(name, profile, subject, names, keyType, keyEncoding, newValidity, files, special);
    }

    public CertificateRequest withFiles(FileNames newFiles) {
        return new CertificateRequest(name, profile, subject, names, keyType, keyEncoding, validity, newFiles, special);
    }

    public CertificateRequest withSpecial(Special newSpecial) {
        return new CertificateRequest(name, profile, subject, names, keyType, keyEncoding, validity, files, newSpecial);
    }

    /** What the certificate may be used for. */
    public Usages usages() {
        return special.usages().orElseGet(() -> profile.usages(keyType));
    }
}
