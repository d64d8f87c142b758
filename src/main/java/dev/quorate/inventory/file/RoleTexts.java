package dev.quorate.inventory.file;

import dev.quorate.inventory.CertificatesSpec.Role;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateTemplate;
import dev.quorate.pki.Distribution;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.KeyUsage;
import dev.quorate.pki.SignatureDigest;
import dev.quorate.pki.Subject;
import dev.quorate.pki.Usages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a role as they are written. */
final class RoleTexts {

    private RoleTexts() {}

    /** Those of {@code role} that are not what {@code profile} has by default. */
    static Map<String, String> special(CertificateProfile profile, Role role) {
        Map<String, String> texts = all(role);
        Map<String, String> usual = all(Role.of(profile));
        texts.entrySet().removeIf(entry -> entry.getValue().equals(usual.get(entry.getKey())));
        return texts;
    }

    private static Map<String, String> all(Role role) {
        CertificateTemplate template = role.template();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("key", template.keyType().word());
        texts.put("encoding", template.keyEncoding().word());
        texts.put("validity", Lines.period(template.validity()));
        texts.put("subject", YamlText.of(subject(template.subject())));
        texts.put("file", YamlText.of(template.certificateFile()));
        texts.put("key-file", YamlText.of(template.keyFile()));
        texts.put("node-file", YamlText.of(role.nodeCertificate()));
        texts.put("node-key-file", YamlText.of(role.nodeKey()));
        template.special().usages().ifPresent(usages -> putUsages(texts, usages));
        template.special().digest().map(SignatureDigest::word).ifPresent(digest -> texts.put("digest", digest));
        putDistribution(texts, template.special().distribution());
        return texts;
    }

    private static void putUsages(Map<String, String> texts, Usages usages) {
        texts.put(
                "key-usages",
                YamlText.of(usages.key().stream().map(KeyUsage::word).toList()));
        texts.put(
                "extended-key-usages",
                YamlText.of(
                        usages.extended().stream().map(ExtendedKeyUsage::word).toList()));
    }

    private static void putDistribution(Map<String, String> texts, Distribution distribution) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("crl-urls", distribution.revocationLists());
        lists.put("issuer-urls", distribution.issuers());
        lists.put("ocsp-urls", distribution.responders());
        lists.forEach((key, urls) -> {
            if (!urls.isEmpty()) {
                texts.put(key, YamlText.of(urls));
            }
        });
    }

    /** As openssl's {@code -subj} takes it. */
    static String subject(Subject subject) {
        return subject.attributes().stream()
                .map(attribute -> "/" + attribute.type() + "=" + escaped(attribute.value()))
                .collect(Collectors.joining());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("/", "\\/");
    }
}
