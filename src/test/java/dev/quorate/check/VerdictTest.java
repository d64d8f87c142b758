package dev.quorate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quorate.check.Latencies.Summary;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void passesWhatIsFastPromptAndSteady() {
        Verdict verdict = new Verdict.OfPerformance(150, new Summary(149.3, 0.5, 0.1, Map.of()));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.lines())
                .containsExactly(
                        "PASS: Throughput is 150 writes/s",
                        "PASS: Slowest request took 0.500000s",
                        "PASS: Stddev is 0.100000s",
                        "PASS");
    }

    @Test
    void failsWhatIsSlowLateAndUnsteady() {
        Verdict verdict = new Verdict.OfPerformance(
                1000, new Summary(900, 0.500001, 0.1234567, Map.of("etcdserver: request timed out", 3)));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.lines())
                .containsExactly(
                        "FAIL: too many errors",
                        "FAIL: ERROR(etcdserver: request timed out) -> 3",
                        "FAIL: Throughput too low: 901 writes/s",
                        "Slowest request took too long: 0.500001s",
                        "Stddev too high: 0.123457s",
                        "FAIL");
    }

    @Test
    void tellsMemoryUnlessWritesFailed() {
        Summary good = new Summary(900, 0.1, 0.1, Map.of());
        Summary bad = new Summary(900, 0.1, 0.1, Map.of("full", 1));

        assertThat(new Verdict.OfDataScale(12.345, good).lines())
                .containsExactly("PASS: Approximate system memory used : 12.35 MB.");
        assertThat(new Verdict.OfDataScale(12.345, bad).lines())
                .containsExactly("FAIL: too many errors", "FAIL: ERROR(full) -> 1");
    }

    @Test
    void sumsUpLatencies() {
        Latencies latencies = new Latencies();
        for (int i = 0; i < 3000; i++) {
            latencies.add(i % 2 == 0 ? 10_000_000 : 30_000_000);
        }

        Summary summary = latencies.summary();

        assertThat(summary.slowest()).isEqualTo(0.03);
        assertThat(summary.deviation()).isCloseTo(0.01, within(1e-9));
        assertThat(summary.rate()).isPositive();
    }
}
