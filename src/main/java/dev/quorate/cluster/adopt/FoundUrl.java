package dev.quorate.cluster.adopt;

import dev.quorate.pki.AlternativeName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URL of a configuration. */
record FoundUrl(String scheme, String host, OptionalInt port) {

    private static final Pattern URL =
            Pattern.compile("\\s*(https?|unixs?)://(?:\\[([^\\]]+)]|([^:/\\s]+))(?::(\\d{1,5}))?/?\\s*");

    static Optional<FoundUrl> parse(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return Optional.empty();
        }
        String host = url.group(2) == null ? url.group(3) : url.group(2);
        OptionalInt port = url.group(4) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(url.group(4)));
        return Optional.of(new FoundUrl(url.group(1), host, port));
    }

    boolean everywhere() {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    boolean loopback() {
        return host.startsWith("127.") || host.equals("::1") || host.equals("localhost");
    }

    /** Whether it names an address rather than a name. */
    boolean isAddress() {
        return host.indexOf(':') >= 0
                || host.matches("[0-9.]+") && AlternativeName.of(host).kind() == AlternativeName.Kind.IP;
    }
}
