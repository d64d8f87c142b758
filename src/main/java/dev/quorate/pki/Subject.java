package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A distinguished name, its attributes in the order they are encoded, one value each.
 *
 * @param attributes from the widest to the narrowest, as openssl writes them: C, ST, L, O, OU, CN
 */
public record Subject(List<Attribute> attributes) {

    public static final Subject EMPTY = new Subject(List.of());

    /** @param type the usual short name, in capitals: {@code CN} */
    public record Attribute(String type, String value) {}

    public Subject {
        attributes = List.copyOf(attributes);
    }

    public static Subject ofCommonName(String name) {
        return new Subject(List.of(new Attribute("CN", name)));
    }

    /**
     * Reads {@code /C=CA/O=etcd/CN=etcd1} as openssl's {@code -subj} and {@code C=CA, O=etcd, CN=etcd1}; a backslash takes
     * the next character as it is. A text without {@code =} is a common name.
     */
    public static Subject parse(String text) {
        if (text.indexOf('=') < 0 && !text.isBlank()) {
            return ofCommonName(text.strip());
        }
        boolean slashes = text.startsWith("/");
        List<Attribute> attributes = new ArrayList<>();
        for (String part : split(slashes ? text.substring(1) : text, slashes ? '/' : ',')) {
            attributes.add(attribute(part, text));
        }
        return new Subject(attributes);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == separator) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (character == '\\' && index + 1 < text.length()) {
                part.append(text.charAt(++index));
            } else {
                part.append(character);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static Attribute attribute(String part, String whole) {
        int equals = part.indexOf('=');
        String type = equals < 0 ? "" : part.substring(0, equals).strip();
        Optional<String> known = SubjectAttributes.canonical(type);
        if (known.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "\"" + part.strip() + "\" in the subject \"" + whole + "\" is no attribute",
                    "write it as /C=CA/O=etcd/CN=etcd1; attributes are " + SubjectAttributes.known());
        }
        String value = part.substring(equals + 1).strip();
        if (value.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the attribute " + known.get() + " in the subject \"" + whole + "\" is empty",
                    "give it a value or leave it out");
        }
        Attribute attribute = new Attribute(known.get(), value);
        SubjectAttributes.requireEncodable(attribute);
        return attribute;
    }

    public Optional<String> commonName() {
        return attributes.stream()
                .filter(attribute -> attribute.type().equals("CN"))
                .map(Attribute::value)
                .reduce((first, last) -> last);
    }

    /** With {@code name} as the common name, in the place of the one there is. */
    public Subject withCommonName(String name) {
        List<Attribute> changed = new ArrayList<>(attributes);
        changed.removeIf(attribute -> attribute.type().equals("CN"));
        changed.add(new Attribute("CN", name));
        return new Subject(changed);
    }

    /** With every value as {@code change} makes it. */
    public Subject replacing(UnaryOperator<String> change) {
        return new Subject(attributes.stream()
                .map(each -> new Attribute(each.type(), change.apply(each.value())))
                .toList());
    }

    /** {@code C=CA, O=etcd, CN=etcd1}, in the order of the encoding. */
    @Override
    public String toString() {
        return attributes.stream()
                .map(attribute -> attribute.type() + "=" + escaped(attribute.value()))
                .collect(Collectors.joining(", "));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,");
    }
}
