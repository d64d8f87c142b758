package dev.quorate.pki;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Alternative names to and from their encoding. */
final class GeneralNamesCodec {

    private GeneralNamesCodec() {}

    static GeneralNames encode(List<AlternativeName> names) {
        return new GeneralNames(names.stream().map(GeneralNamesCodec::encode).toArray(GeneralName[]::new));
    }

    private static GeneralName encode(AlternativeName name) {
        int tag = switch (name.kind()) {
            case DNS -> GeneralName.dNSName;
            case IP -> GeneralName.iPAddress;
            case URI -> GeneralName.uniformResourceIdentifier;
            case EMAIL -> GeneralName.rfc822Name;
        };
        return new GeneralName(tag, name.value());
    }

    /** Empty for a kind this console does not speak of. The value is taken as it is, even a bad one. */
    static Optional<AlternativeName> decode(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.dNSName -> of(AlternativeName.Kind.DNS, name);
            case GeneralName.uniformResourceIdentifier -> of(AlternativeName.Kind.URI, name);
            case GeneralName.rfc822Name -> of(AlternativeName.Kind.EMAIL, name);
            case GeneralName.iPAddress -> Optional.of(new AlternativeName(AlternativeName.Kind.IP, address(name)));
            default -> Optional.empty();
        };
    }

    private static Optional<AlternativeName> of(AlternativeName.Kind kind, GeneralName name) {
        return Optional.of(new AlternativeName(kind, name.getName().toString()));
    }

    private static String address(GeneralName name) {
        byte[] bytes = ASN1OctetString.getInstance(name.getName()).getOctets();
        try {
            return Addresses.canonical(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return "an address of " + bytes.length + " bytes";
        }
    }
}
