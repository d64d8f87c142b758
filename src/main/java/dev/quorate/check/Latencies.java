package dev.quorate.check;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How long each write took, and what went wrong with those that failed. Safe for several threads. */
final class Latencies {

    private static final double NANOSECONDS = 1e9;

    private final long start = System.nanoTime();
    private final Map<String, Integer> errors = new TreeMap<>();
    private double[] seconds = new double[1024];
    private int count;

    /**
     * What they come to.
     *
     * @param rate of writes in a second
     * @param slowest in seconds
     * @param deviation the standard deviation, in seconds
     * @param errors how often each happened
     */
    record Summary(double rate, double slowest, double deviation, Map<String, Integer> errors) {}

    synchronized void add(long nanoseconds) {
        if (count == seconds.length) {
            seconds = Arrays.copyOf(seconds, count * 2);
        }
        seconds[count++] = nanoseconds / NANOSECONDS;
    }

    synchronized void addError(String what) {
        errors.merge(what, 1, Integer::sum);
    }

    synchronized int count() {
        return count;
    }

    /** Of the time from the making of this object to now. */
    synchronized Summary summary() {
        double total = (System.nanoTime() - start) / NANOSECONDS;
        double[] all = Arrays.copyOf(seconds, count);
        double average = Arrays.stream(all).average().orElse(0);
        double variance = Arrays.stream(all)
                .map(one -> (one - average) * (one - average))
                .average()
                .orElse(0);
        double slowest = Arrays.stream(all).max().orElse(0);
        return new Summary(count / total, slowest, Math.sqrt(variance), new TreeMap<>(errors));
    }
}
