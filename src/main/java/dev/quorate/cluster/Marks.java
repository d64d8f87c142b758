package dev.quorate.cluster;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells things that were moved aside at one time from those of another. */
final class Marks {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Marks() {}

    static String of(Clock clock) {
        return TIME.format(clock.instant());
    }
}
