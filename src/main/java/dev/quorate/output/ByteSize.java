package dev.quorate.output;

import java.util.List;
import java.util.Locale;

/** Sizes as etcdctl shows them: powers of 1000, one decimal below ten: {@code 8.2 kB}, {@code 20 kB}. Halves go to the even number. */
public final class ByteSize {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

    private ByteSize() {}

    public static String text(long bytes) {
        if (bytes < 10) {
            return bytes + " B";
        }
        int unit = 0;
        double size = bytes;
        while (size >= 1000 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        double rounded = Math.floor(size * 10 + 0.5) / 10;
        if (rounded < 10) {
            return String.format(Locale.ROOT, "%.1f %s", rounded, UNITS.get(unit));
        }
        return (long) Math.rint(rounded) + " " + UNITS.get(unit);
    }
}
