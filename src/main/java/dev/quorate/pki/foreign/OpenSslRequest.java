package dev.quorate.pki.foreign;

import dev.quorate.failure.OperatorException;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.KeyUsage;
import dev.quorate.pki.Subject;
import dev.quorate.pki.Usages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** openssl's {@code [req]}: the subject in its section, the extensions in theirs. */
final class OpenSslRequest {

    private final Path file;
    private final OpenSslConfig config;
    private final Map<String, String> request;

    private OpenSslRequest(Path file, OpenSslConfig config) {
        this.file = file;
        this.config = config;
        this.request = config.section("req");
    }

    static RequestFile parse(Path file, String text) {
        OpenSslRequest read = new OpenSslRequest(file, OpenSslConfig.parse(file, text));
        Map<String, String> extensions = read.extensions();
        return new RequestFile(
                read.subject(),
                read.names(extensions),
                read.keyType(),
                read.usages(extensions),
                read.config.mistakes());
    }

    private Subject subject() {
        String section = request.getOrDefault("distinguished_name", "");
        if (!config.has(section)) {
            throw RequestFile.refuse(
                    file, "[req] has no distinguished_name, or no such section", "name the section with the subject");
        }
        boolean asks = !request.getOrDefault("prompt", "yes").equals("no");
        List<Subject.Attribute> attributes = new ArrayList<>();
        config.section(section).forEach((name, value) -> {
            String type = asks ? name.replaceFirst("_default$", "") : name;
            if (!asks || name.endsWith("_default")) {
                attributes.addAll(Subject.parse(type.replaceFirst("^\\d+\\.", "") + "=" + value.replace(",", "\\,"))
                        .attributes());
            }
        });
        return new Subject(attributes);
    }

    /** {@code req_extensions}, else the one section that has names, as {@code x509 -extensions} is told by flag. */
    private Map<String, String> extensions() {
        String named = request.getOrDefault("req_extensions", request.getOrDefault("x509_extensions", ""));
        if (config.has(named)) {
            return config.section(named);
        }
        return config.sections().stream()
                .map(config::section)
                .filter(section -> section.containsKey("subjectAltName"))
                .findFirst()
                .orElse(Map.of());
    }

    private List<AlternativeName> names(Map<String, String> extensions) {
        String value = extensions.getOrDefault("subjectAltName", "");
        if (value.isEmpty()) {
            return List.of();
        }
        List<AlternativeName> names = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            if (part.strip().startsWith("@")) {
                names.addAll(section(part.strip().substring(1)));
            } else {
                names.add(name(part.strip()));
            }
        }
        return names;
    }

    private List<AlternativeName> section(String section) {
        if (!config.has(section)) {
            throw RequestFile.refuse(file, "there is no section [" + section + "]", "subjectAltName refers to it");
        }
        List<AlternativeName> names = new ArrayList<>();
        config.section(section)
                .forEach((kind, value) -> names.add(name(kind.replaceFirst("\\.\\d+$", "") + ":" + value)));
        return names;
    }

    private AlternativeName name(String text) {
        if (text.matches(".*[<>{}].*")) {
            throw RequestFile.refuse(
                    file,
                    "\"" + text + "\" has a placeholder that was not filled",
                    "sed takes \\< for the beginning of a word, not for the sign <");
        }
        return RequestFile.name(file, text);
    }

    private Optional<KeyType> keyType() {
        return Optional.ofNullable(request.get("default_bits"))
                .map(bits -> KeyType.named("rsa-" + bits).orElseThrow(() -> tooFew(bits)));
    }

    private OperatorException tooFew(String bits) {
        return RequestFile.refuse(file, "default_bits is " + bits, "RSA keys have 2048, 3072 or 4096 bits");
    }

    private Optional<Usages> usages(Map<String, String> extensions) {
        EnumSet<KeyUsage> key = EnumSet.noneOf(KeyUsage.class);
        EnumSet<ExtendedKeyUsage> extended = EnumSet.noneOf(ExtendedKeyUsage.class);
        for (String word : words(extensions.getOrDefault("keyUsage", ""))) {
            key.add(Arrays.stream(KeyUsage.values())
                    .filter(usage -> usage.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknown("keyUsage", word)));
        }
        for (String word : words(extensions.getOrDefault("extendedKeyUsage", ""))) {
            extended.add(Arrays.stream(ExtendedKeyUsage.values())
                    .filter(usage -> usage.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknown("extendedKeyUsage", word)));
        }
        if (key.isEmpty() && extended.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Usages(key, extended));
    }

    private OperatorException unknown(String extension, String word) {
        return RequestFile.refuse(
                file, "there is no " + extension + " \"" + word + "\"", "see openssl's x509v3_config");
    }

    private static List<String> words(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals("critical"))
                .toList();
    }
}
