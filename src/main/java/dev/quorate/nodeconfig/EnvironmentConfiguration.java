package dev.quorate.nodeconfig;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of {@code NAME=value} lines as both {@code EnvironmentFile=} of systemd and a POSIX shell read them. */
final class EnvironmentConfiguration {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]*");
    private static final Pattern SPECIAL = Pattern.compile("[\"\\\\$`]");

    private EnvironmentConfiguration() {}

    static String of(NodeSettings settings) {
        return settings.values().entrySet().stream()
                .map(entry -> entry.getKey().variable() + "=" + quote(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quote(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        return "\"" + SPECIAL.matcher(value).replaceAll("\\\\$0") + "\"";
    }
}
