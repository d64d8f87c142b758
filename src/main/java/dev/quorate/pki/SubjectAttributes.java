package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The attributes of distinguished names: their short names and their object identifiers. */
final class SubjectAttributes {

    private static final Map<String, ASN1ObjectIdentifier> BY_NAME = byName();

    private SubjectAttributes() {}

    private static Map<String, ASN1ObjectIdentifier> byName() {
        Map<String, ASN1ObjectIdentifier> names = new LinkedHashMap<>();
        names.put("C", BCStyle.C);
        names.put("ST", BCStyle.ST);
        names.put("L", BCStyle.L);
        names.put("O", BCStyle.O);
        names.put("OU", BCStyle.OU);
        names.put("CN", BCStyle.CN);
        names.put("DC", BCStyle.DC);
        names.put("UID", BCStyle.UID);
        names.put("STREET", BCStyle.STREET);
        names.put("SERIALNUMBER", BCStyle.SERIALNUMBER);
        names.put("EMAILADDRESS", BCStyle.EmailAddress);
        return names;
    }

    static String known() {
        return String.join(", ", BY_NAME.keySet());
    }

    /** The short name that {@code type} spells: {@code s} and {@code commonName} are understood too. */
    static Optional<String> canonical(String type) {
        String name = switch (type.toLowerCase(Locale.ROOT)) {
            case "s", "stateorprovincename" -> "ST";
            case "countryname" -> "C";
            case "localityname" -> "L";
            case "organizationname" -> "O";
            case "organizationalunitname" -> "OU";
            case "commonname" -> "CN";
            case "email" -> "EMAILADDRESS";
            default -> type.toUpperCase(Locale.ROOT);
        };
        return Optional.of(name).filter(BY_NAME::containsKey);
    }

    static X500Name encode(Subject subject) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        for (Subject.Attribute attribute : subject.attributes()) {
            add(name, attribute);
        }
        return name.build();
    }

    /** @throws OperatorException for a value that the attribute cannot have, such as a country of three letters */
    static void requireEncodable(Subject.Attribute attribute) {
        add(new X500NameBuilder(BCStyle.INSTANCE), attribute);
    }

    private static void add(X500NameBuilder name, Subject.Attribute attribute) {
        try {
            name.addRDN(identifier(attribute.type()), literal(attribute.value()));
        } catch (IllegalArgumentException e) {
            throw new OperatorException(
                    OperatorException.of(
                                    ExitCode.INVALID_INPUT,
                                    "\"" + attribute.value() + "\" cannot be the " + attribute.type() + " of a subject",
                                    "C takes the two letters of a country, CN, O and OU take 64 characters, EMAILADDRESS and DC take"
                                            + " ASCII only")
                            .failure(),
                    e);
        }
    }

    /** Bouncy Castle takes what begins with a sharp for hexadecimal, and a backslash for the sign that it is none. */
    private static String literal(String value) {
        return value.startsWith("#") || value.startsWith("\\") ? "\\" + value : value;
    }

    private static ASN1ObjectIdentifier identifier(String type) {
        ASN1ObjectIdentifier known = BY_NAME.get(type);
        return known == null ? new ASN1ObjectIdentifier(type) : known;
    }

    static Subject decode(X500Name name) {
        List<Subject.Attribute> attributes = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue value : rdn.getTypesAndValues()) {
                attributes.add(new Subject.Attribute(shortName(value.getType()), text(value.getValue())));
            }
        }
        return new Subject(attributes);
    }

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string ? string.getString() : value.toString();
    }

    private static String shortName(ASN1ObjectIdentifier type) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(type::getId);
    }
}
