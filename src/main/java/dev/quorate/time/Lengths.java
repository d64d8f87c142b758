package dev.quorate.time;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as one would type them. */
public final class Lengths {

    private Lengths() {}

    /** {@code 30d} where it is whole days, else as in {@code 36h} or {@code 1h30m}. */
    public static String text(Duration length) {
        return length.equals(Duration.ofDays(length.toDays()))
                ? length.toDays() + "d"
                : length.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
