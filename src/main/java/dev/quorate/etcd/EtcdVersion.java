package dev.quorate.etcd;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of etcd: {@code 3.5.30}. What follows the three numbers (a pre-release, a vendor's mark) is not compared. */
public record EtcdVersion(int major, int minor, int patch) implements Comparable<EtcdVersion> {

    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:[-+~].*)?");
    private static final Comparator<EtcdVersion> ORDER = Comparator.comparingInt(EtcdVersion::major)
            .thenComparingInt(EtcdVersion::minor)
            .thenComparingInt(EtcdVersion::patch);

    /** The version that {@code text} tells, empty where it tells none. */
    public static Optional<EtcdVersion> parse(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (!numbers.matches()) {
            return Optional.empty();
        }
        return Optional.of(new EtcdVersion(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3))));
    }

    public boolean atLeast(EtcdVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(EtcdVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
