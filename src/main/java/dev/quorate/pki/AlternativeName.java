package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One name a certificate is valid for (RFC 5280, 4.2.1.6).
 *
 * @param value a DNS name, which may begin with {@code *.}, or an address in its canonical form, IPv6 as RFC 5952 writes it
 */
public record AlternativeName(Kind kind, String value) {

    /** Written as openssl writes them. */
    public enum Kind {
        DNS,
        IP,
        URI,
        EMAIL
    }

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)+");
    private static final Pattern DNS_LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");

    /**
     * What {@code text} names: an address where it reads as one, else a URI or an e-mail address by its form, else a DNS
     * name. {@code DNS:} and its like may stand before it.
     *
     * @throws OperatorException for a text that is none of them; an empty one above all, which cfssl lets through
     */
    public static AlternativeName of(String text) {
        for (Kind kind : Kind.values()) {
            if (text.regionMatches(true, 0, kind + ":", 0, kind.name().length() + 1)) {
                return of(kind, text.substring(kind.name().length() + 1));
            }
        }
        return of(guess(text), text);
    }

    static AlternativeName of(Kind kind, String text) {
        return switch (kind) {
            case IP -> new AlternativeName(kind, address(text));
            case DNS -> new AlternativeName(kind, dns(text));
            case URI, EMAIL -> new AlternativeName(kind, plain(text));
        };
    }

    private static Kind guess(String text) {
        if (IPV4.matcher(text).matches() || (text.indexOf(':') >= 0 && !text.contains("://"))) {
            return Kind.IP;
        }
        if (text.contains("://")) {
            return Kind.URI;
        }
        return text.indexOf('@') > 0 ? Kind.EMAIL : Kind.DNS;
    }

    private static String dns(String text) {
        if (NUMBERS.matcher(text).matches()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "\"" + text + "\" is all numbers, so it is no DNS name",
                    "write a whole address, such as 10.0.0.1 or IP:10.0.0.1");
        }
        String labels = text.startsWith("*.") ? text.substring(2) : text;
        for (String label : labels.split("\\.", -1)) {
            if (!DNS_LABEL.matcher(label).matches()) {
                throw refuse(text);
            }
        }
        return text;
    }

    private static String plain(String text) {
        if (text.isBlank() || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw refuse(text);
        }
        return text;
    }

    private static String address(String text) {
        boolean fourParts = IPV4.matcher(text).matches();
        try {
            if (fourParts || text.indexOf(':') >= 0) {
                return Addresses.canonical(InetAddress.ofLiteral(text));
            }
        } catch (IllegalArgumentException e) {
            throw new OperatorException(refuse(text).failure(), e);
        }
        throw refuse(text);
    }

    private static OperatorException refuse(String text) {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "\"" + text + "\" is neither a DNS name nor an address",
                "give names such as etcd1.example.com or *.example.com and addresses such as 10.0.0.1 or ::1");
    }

    /** Whether a client can reach somebody by it. */
    boolean isHost() {
        return kind == Kind.DNS || kind == Kind.IP;
    }

    /** {@code DNS:localhost}, as openssl writes it in an extension. */
    @Override
    public String toString() {
        return kind + ":" + value;
    }
}
