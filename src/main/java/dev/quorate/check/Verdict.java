package dev.quorate.check;

import dev.quorate.check.Latencies.Summary;
import dev.quorate.output.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a check came to, in etcdctl's words. */
sealed interface Verdict {

    boolean passed();

    List<String> lines();

    Tree tree();

    /**
     * Whether the writes asked for were made, none of them late.
     *
     * @param asked writes in a second
     */
    record OfPerformance(int asked, Summary writes) implements Verdict {

        private static final double LEAST_SHARE = 0.9;
        private static final double LONGEST_SECONDS = 0.5;
        private static final double LARGEST_DEVIATION_SECONDS = 0.1;

        private boolean fast() {
            return writes.rate() / asked > LEAST_SHARE;
        }

        private boolean prompt() {
            return writes.slowest() <= LONGEST_SECONDS;
        }

        private boolean steady() {
            return writes.deviation() <= LARGEST_DEVIATION_SECONDS;
        }

        @Override
        public boolean passed() {
            return writes.errors().isEmpty() && fast() && prompt() && steady();
        }

        @Override
        public List<String> lines() {
            long rate = (long) writes.rate() + 1;
            List<String> lines = new ArrayList<>(errorLines(writes.errors()));
            lines.add(
                    fast()
                            ? "PASS: Throughput is " + rate + " writes/s"
                            : "FAIL: Throughput too low: " + rate + " writes/s");
            lines.add((prompt() ? "PASS: Slowest request took " : "Slowest request took too long: ")
                    + seconds(writes.slowest()));
            lines.add((steady() ? "PASS: Stddev is " : "Stddev too high: ") + seconds(writes.deviation()));
            lines.add(passed() ? "PASS" : "FAIL");
            return lines;
        }

        private static String seconds(double seconds) {
            return String.format(Locale.ROOT, "%fs", seconds);
        }

        @Override
        public Tree tree() {
            return Tree.fields()
                    .put("passed", passed())
                    .put("writesPerSecond", Tree.of(writes.rate()))
                    .put("slowestSeconds", Tree.of(writes.slowest()))
                    .put("stddevSeconds", Tree.of(writes.deviation()))
                    .build();
        }
    }

    /** @param mebibytes that the member took more */
    record OfDataScale(double mebibytes, Summary writes) implements Verdict {

        @Override
        public boolean passed() {
            return writes.errors().isEmpty();
        }

        @Override
        public List<String> lines() {
            if (!passed()) {
                return errorLines(writes.errors());
            }
            return List.of(String.format(Locale.ROOT, "PASS: Approximate system memory used : %.2f MB.", mebibytes));
        }

        @Override
        public Tree tree() {
            return Tree.fields()
                    .put("passed", passed())
                    .put("memoryMebibytes", Tree.of(mebibytes))
                    .build();
        }
    }

    private static List<String> errorLines(Map<String, Integer> errors) {
        if (errors.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("FAIL: too many errors"));
        errors.forEach((error, count) -> lines.add("FAIL: ERROR(" + error + ") -> " + count));
        return lines;
    }
}
