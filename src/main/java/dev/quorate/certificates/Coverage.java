package dev.quorate.certificates;

import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.Certificate;
import java.util.Locale;

/** Whether a certificate is good for a host, by the rules clients go by (RFC 6125). */
final class Coverage {

    private Coverage() {}

    static boolean covers(Certificate certificate, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return certificate.names().stream().anyMatch(name -> matches(name, wanted));
    }

    private static boolean matches(AlternativeName name, String host) {
        String value = name.value().toLowerCase(Locale.ROOT);
        if (name.kind() == AlternativeName.Kind.IP) {
            return value.equals(canonical(host));
        }
        if (name.kind() != AlternativeName.Kind.DNS) {
            return false;
        }
        return value.equals(host) || (value.startsWith("*.") && isOneLabelBelow(host, value.substring(1)));
    }

    /** A star stands for one label. */
    private static boolean isOneLabelBelow(String host, String suffix) {
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(suffix);
    }

    private static String canonical(String host) {
        return host.indexOf(':') >= 0 ? AlternativeName.of(host).value() : host;
    }
}
