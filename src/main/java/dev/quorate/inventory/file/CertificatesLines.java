package dev.quorate.inventory.file;

import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.CertificatesSpec.Authority;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.SignatureDigest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Writes {@code certificates:}. What all roles have in common is written once. */
final class CertificatesLines {

    private CertificatesLines() {}

    static Lines of(CertificatesSpec certificates) {
        CertificatesSpec base = CertificatesSpec.DEFAULT;
        Lines lines = new Lines("  ")
                .word(
                        "mode",
                        Words.of(certificates.mode()),
                        Words.of(base.mode()),
                        "or combined, shared-names, cluster-server, shared-pair, one-for-all")
                .word("directory", certificates.directory(), base.directory(), "on each host")
                .word("shared-name", certificates.sharedName(), base.sharedName(), "of what all members share")
                .words("clients", certificates.clients(), base.clients(), "")
                .optional("extra-names", certificates.names().extra(), "[etcd.example.com]", "a load balancer's")
                .words(
                        "loopback-names",
                        certificates.names().loopback(),
                        base.names().loopback(),
                        "");
        lines.block("  authority:\n" + authority(certificates.authority()));
        return lines.block(roles(certificates));
    }

    private static Lines authority(Authority authority) {
        AuthorityRequest request = authority.request();
        AuthorityRequest base = Authority.DEFAULT.request();
        Lines lines = new Lines("    ")
                .optional("import", authority.source().map(Path::toString), "~/pki", "an authority there is already")
                .word("subject", RoleTexts.subject(request.subject()), RoleTexts.subject(base.subject()), "")
                .word("key", request.keyType(), base.keyType(), "")
                .word("validity", Lines.period(request.validity()), Lines.period(base.validity()), "")
                .word("path-length", pathLength(request.pathLength()), pathLength(base.pathLength()), "")
                .optional("digest", request.digest().map(SignatureDigest::word), "sha256", "by the key's strength")
                .word("node-file", authority.nodeFile(), Authority.DEFAULT.nodeFile(), "its certificate on the hosts");
        list(
                lines,
                "names",
                request.names().stream().map(AlternativeName::value).toList());
        list(lines, "crl-urls", request.distribution().revocationLists());
        list(lines, "issuer-urls", request.distribution().issuers());
        list(lines, "ocsp-urls", request.distribution().responders());
        return lines;
    }

    private static String pathLength(OptionalInt length) {
        return length.isPresent() ? Integer.toString(length.getAsInt()) : "unlimited";
    }

    private static void list(Lines lines, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.set(key, YamlText.of(texts));
        }
    }

    private static String roles(CertificatesSpec certificates) {
        Map<CertificateProfile, Map<String, String>> special = new LinkedHashMap<>();
        for (CertificateProfile profile : Profiles.issued(certificates.mode())) {
            special.put(profile, RoleTexts.special(profile, certificates.role(profile)));
        }
        Map<String, String> common = common(new ArrayList<>(special.values()));
        StringBuilder text = new StringBuilder(block("all", common, "of every role: key, validity, subject, file …"));
        special.forEach((profile, own) -> {
            Map<String, String> rest = new LinkedHashMap<>(own);
            rest.keySet().removeAll(common.keySet());
            if (!rest.isEmpty()) {
                text.append(block(profile.word(), rest, ""));
            }
        });
        return text.toString();
    }

    private static Map<String, String> common(List<Map<String, String>> roles) {
        Map<String, String> common = new LinkedHashMap<>(roles.getFirst());
        roles.forEach(role -> common.entrySet().retainAll(role.entrySet()));
        return common;
    }

    private static String block(String key, Map<String, String> fields, String remark) {
        if (fields.isEmpty()) {
            return new Lines("  ")
                    .setting(key, "{key: ec-p256, validity: 365d}", "{key: ec-p256, validity: 365d}", remark)
                    .toString();
        }
        Lines lines = new Lines("    ");
        fields.forEach(lines::set);
        return "  " + key + ":\n" + lines;
    }
}
