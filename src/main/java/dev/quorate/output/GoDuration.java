package dev.quorate.output;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as Go's {@code time.Duration} writes them: {@code 3.004749ms}, {@code 1m0.5s}. */
public final class GoDuration {

    private static final long SECOND = 1_000_000_000L;

    private GoDuration() {}

    public static String text(Duration duration) {
        long nanoseconds = duration.toNanos();
        if (nanoseconds < 0) {
            return "-" + text(duration.negated());
        }
        if (nanoseconds == 0) {
            return "0s";
        }
        if (nanoseconds < 1_000) {
            return nanoseconds + "ns";
        }
        if (nanoseconds < 1_000_000) {
            return decimal(nanoseconds, 3) + "µs";
        }
        if (nanoseconds < SECOND) {
            return decimal(nanoseconds, 6) + "ms";
        }
        return seconds(nanoseconds);
    }

    private static String seconds(long nanoseconds) {
        long minutes = nanoseconds / (60 * SECOND);
        String seconds = decimal(nanoseconds % (60 * SECOND), 9) + "s";
        if (minutes == 0) {
            return seconds;
        }
        if (minutes < 60) {
            return minutes + "m" + seconds;
        }
        return minutes / 60 + "h" + minutes % 60 + "m" + seconds;
    }

    private static String decimal(long value, int places) {
        BigDecimal number = BigDecimal.valueOf(value, places);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
