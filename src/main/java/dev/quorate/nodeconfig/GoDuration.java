package dev.quorate.nodeconfig;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 1h30m}, {@code 1.5s}. */
final class GoDuration {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h)");

    private GoDuration() {}

    static Duration parse(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal nanoseconds = BigDecimal.ZERO;
        while (part.find()) {
            nanoseconds = nanoseconds.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
        }
        return Duration.ofNanos(nanoseconds.longValue());
    }

    /** In the largest unit that leaves no fraction. */
    static String format(Duration duration) {
        long nanoseconds = duration.toNanos();
        for (String name : List.of("h", "m", "s", "ms", "us")) {
            long unit = unit(name).longValueExact();
            if (nanoseconds % unit == 0) {
                return nanoseconds / unit + name;
            }
        }
        return nanoseconds + "ns";
    }

    private static BigDecimal unit(String name) {
        Duration unit = switch (name) {
            case "h" -> Duration.ofHours(1);
            case "m" -> Duration.ofMinutes(1);
            case "s" -> Duration.ofSeconds(1);
            case "ms" -> Duration.ofMillis(1);
            case "us" -> Duration.ofNanos(1_000);
            default -> Duration.ofNanos(1);
        };
        return BigDecimal.valueOf(unit.toNanos());
    }
}
