package dev.quorate.inventory.file;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.CertificatesSpec.Role;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest.Special;
import dev.quorate.pki.CertificateTemplate;
import dev.quorate.pki.Distribution;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.FileNames;
import dev.quorate.pki.KeyEncoding;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.KeyUsage;
import dev.quorate.pki.Periods;
import dev.quorate.pki.SignatureDigest;
import dev.quorate.pki.Subject;
import dev.quorate.pki.Usages;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what the certificates of one role have in common. */
final class RoleReader {

    static final Function<String, Optional<Subject>> SUBJECT = Words.lenient(Subject::parse);
    static final String SUBJECT_REMEDY = "write it as /C=CA/O=etcd/CN={member}";
    static final Function<String, Optional<KeyType>> KEY = KeyType::named;
    static final String KEY_REMEDY = "choose among: " + KeyType.words();
    static final Function<String, Optional<Duration>> VALIDITY = Periods::parse;

    private final Section section;

    RoleReader(Section section) {
        this.section = section;
    }

    static AlternativeName alternativeName(String text) {
        return AlternativeName.of(text);
    }

    void close() {
        section.close();
    }

    /** {@code base} with what the section says. */
    Role read(CertificateProfile profile, Role base) {
        CertificateTemplate template = template(profile, base.template());
        return new Role(
                template,
                section.text("node-file", base.nodeCertificate()),
                section.text("node-key-file", base.nodeKey()));
    }

    private CertificateTemplate template(CertificateProfile profile, CertificateTemplate base) {
        KeyType keyType = section.value("key", KEY, KEY_REMEDY, base.keyType());
        CertificateTemplate template = new CertificateTemplate(
                section.value("subject", SUBJECT, SUBJECT_REMEDY, base.subject()),
                keyType,
                encoding(keyType, base.keyEncoding()),
                section.value("validity", VALIDITY, Words.PERIOD, base.validity()),
                section.text("file", base.certificateFile()),
                section.text("key-file", base.keyFile()),
                special(profile, keyType, base.special()));
        checkFiles(template);
        return template;
    }

    private KeyEncoding encoding(KeyType keyType, KeyEncoding byDefault) {
        KeyEncoding encoding =
                section.value("encoding", Words.choice(KeyEncoding.class), Words.choices(KeyEncoding.class), byDefault);
        if (section.has("encoding") && !encoding.fits(keyType)) {
            section.fault(
                    "encoding",
                    encoding.word() + " cannot hold a key of type " + keyType,
                    "pkcs1 is for RSA, sec1 for EC, pkcs8 for all");
        }
        return encoding;
    }

    private void checkFiles(CertificateTemplate template) {
        try {
            new FileNames(plain(template.certificateFile()), plain(template.keyFile()));
        } catch (OperatorException refused) {
            String hint = refused.failure().hint();
            if (section.has("file") || section.has("key-file")) {
                String key = section.has("file") ? "file" : "key-file";
                section.fault(key, refused.failure().what(), hint == null ? "choose other names" : hint);
            }
        }
    }

    private static String plain(String template) {
        return template.replace("{name}", "n").replace("{member}", "m").replace("{role}", "r");
    }

    private Special special(CertificateProfile profile, KeyType keyType, Special base) {
        Distribution distribution = CertificatesReader.distribution(section);
        return new Special(
                usages(profile, keyType, base),
                distribution.equals(Distribution.NONE) ? base.distribution() : distribution,
                section.value("digest", Words.choice(SignatureDigest.class), Words.choices(SignatureDigest.class))
                        .or(base::digest),
                Optional.empty());
    }

    private Optional<Usages> usages(CertificateProfile profile, KeyType keyType, Special base) {
        Set<KeyUsage> key = named("key-usages", KeyUsage.values(), KeyUsage::word);
        Set<ExtendedKeyUsage> extended =
                named("extended-key-usages", ExtendedKeyUsage.values(), ExtendedKeyUsage::word);
        if (key.isEmpty() && extended.isEmpty()) {
            return base.usages();
        }
        Usages usual = base.usages().orElseGet(() -> profile.usages(keyType));
        return Optional.of(
                new Usages(key.isEmpty() ? usual.key() : key, extended.isEmpty() ? usual.extended() : extended));
    }

    private <T> Set<T> named(String key, T[] all, Function<T, String> word) {
        Set<T> found = new LinkedHashSet<>();
        for (String text : section.texts(key, List.of())) {
            Optional<T> named = Arrays.stream(all)
                    .filter(each -> word.apply(each).equalsIgnoreCase(text))
                    .findFirst();
            if (named.isEmpty()) {
                List<String> words = Arrays.stream(all).map(word).toList();
                section.fault(
                        key,
                        "\"" + text + "\" is no value for " + section.path(key),
                        "choose among: " + String.join(", ", words));
            }
            named.ifPresent(found::add);
        }
        return found;
    }
}
