package dev.quorate.pki;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people give them for certificates: {@code 7305}, {@code 7305d}, {@code 43800h}, {@code 1h30m}. */
public final class Periods {

    private static final Pattern DAYS = Pattern.compile("\\d{1,6}");
    private static final Pattern PART = Pattern.compile("(\\d{1,9})([ydhms])");

    private Periods() {}

    /** The length {@code text} spells, a bare number as openssl's {@code -days}; empty if it spells none or nothing. */
    public static Optional<Duration> parse(String text) {
        if (DAYS.matcher(text).matches()) {
            return positive(Duration.ofDays(Long.parseLong(text)));
        }
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        return end == text.length() ? positive(sum) : Optional.empty();
    }

    private static Optional<Duration> positive(Duration length) {
        return Optional.of(length).filter(Duration::isPositive);
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "y" -> Duration.ofDays(365);
            case "d" -> Duration.ofDays(1);
            case "h" -> Duration.ofHours(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }
}
