package dev.quorate.remote.ssh;

import java.util.List;
import java.util.Locale;

/** Patterns of host names as {@code ssh_config} and {@code known_hosts} have them: {@code *}, {@code ?} and {@code !}. */
final class HostPattern {

    private HostPattern() {}

    /** Whether one of {@code patterns} matches and none that begins with {@code !} does. */
    static boolean anyMatches(List<String> patterns, String host) {
        boolean found = false;
        for (String pattern : patterns) {
            boolean negated = pattern.startsWith("!");
            if (matches(negated ? pattern.substring(1) : pattern, host)) {
                if (negated) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private static boolean matches(String pattern, String host) {
        StringBuilder expression = new StringBuilder();
        for (char letter : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
            switch (letter) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(java.util.regex.Pattern.quote(String.valueOf(letter)));
            }
        }
        return host.toLowerCase(Locale.ROOT).matches(expression.toString());
    }
}
