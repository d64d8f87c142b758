package dev.quorate.inventory.file;

import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.CertificatesSpec.Authority;
import dev.quorate.inventory.CertificatesSpec.Names;
import dev.quorate.inventory.CertificatesSpec.Role;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.Distribution;
import dev.quorate.pki.IssueMode;
import dev.quorate.pki.SignatureDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads {@code certificates:}. */
final class CertificatesReader {

    private static final List<String> OF_A_NEW_AUTHORITY = List.of(
            "subject", "key", "validity", "path-length", "names", "crl-urls", "issuer-urls", "ocsp-urls", "digest");

    private CertificatesReader() {}

    static CertificatesSpec read(Section section) {
        CertificatesSpec base = CertificatesSpec.DEFAULT;
        IssueMode mode =
                section.value("mode", Words.choice(IssueMode.class), Words.choices(IssueMode.class), base.mode());
        CertificatesSpec certificates = new CertificatesSpec(
                mode,
                authority(section.section("authority")),
                section.text("shared-name", base.sharedName()),
                new Names(
                        AlternativeNames.read(
                                section, "extra-names", base.names().extra()),
                        AlternativeNames.read(
                                section, "loopback-names", base.names().loopback())),
                section.texts("clients", base.clients()),
                roles(section, mode),
                section.value("directory", Words::absolutePath, Words.ABSOLUTE_PATH, base.directory()));
        section.close();
        return certificates;
    }

    private static Authority authority(Section section) {
        AuthorityRequest base = Authority.DEFAULT.request();
        AuthorityRequest request = new AuthorityRequest(
                section.value("subject", RoleReader.SUBJECT, RoleReader.SUBJECT_REMEDY, base.subject()),
                section.value("key", RoleReader.KEY, RoleReader.KEY_REMEDY, base.keyType()),
                section.value("validity", RoleReader.VALIDITY, Words.PERIOD, base.validity()),
                pathLength(section, base),
                AlternativeNames.read(section, "names", List.of()).stream()
                        .map(RoleReader::alternativeName)
                        .toList(),
                distribution(section),
                section.value("digest", Words.choice(SignatureDigest.class), Words.choices(SignatureDigest.class)));
        if (section.has("import")) {
            unused(section);
        }
        Authority authority = new Authority(
                request,
                section.value("import", Words::path, "write the path of a folder or certificate on this machine"),
                section.text("node-file", Authority.DEFAULT.nodeFile()));
        section.close();
        return authority;
    }

    /** An authority that is there already is as it is. */
    private static void unused(Section section) {
        for (String key : OF_A_NEW_AUTHORITY) {
            if (section.has(key)) {
                section.fault(
                        key,
                        section.path(key) + " has no effect: the authority is not made but taken in",
                        "leave it out, or leave import out");
            }
        }
    }

    private static OptionalInt pathLength(Section section, AuthorityRequest base) {
        if (section.text("path-length", "").equals("unlimited")) {
            return OptionalInt.empty();
        }
        OptionalInt given =
                Optionals.number(section.value("path-length", Words::number, "write a number or unlimited"));
        return given.isPresent() ? given : base.pathLength();
    }

    static Distribution distribution(Section section) {
        return new Distribution(
                section.texts("crl-urls", List.of()),
                section.texts("issuer-urls", List.of()),
                section.texts("ocsp-urls", List.of()));
    }

    private static Map<CertificateProfile, Role> roles(Section section, IssueMode mode) {
        Map<CertificateProfile, Role> roles = new EnumMap<>(CertificateProfile.class);
        RoleReader every = new RoleReader(section.section("all"));
        for (CertificateProfile profile : CertificateProfile.values()) {
            RoleReader own = new RoleReader(section.section(profile.word()));
            Role role = own.read(profile, every.read(profile, Role.of(profile)));
            if (Profiles.issued(mode).contains(profile) && !role.equals(Role.of(profile))) {
                roles.put(profile, role);
            }
            own.close();
        }
        every.close();
        return roles;
    }
}
