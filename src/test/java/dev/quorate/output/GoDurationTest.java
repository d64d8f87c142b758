package dev.quorate.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ns",
        "999, 999ns",
        "1000, 1µs",
        "1500, 1.5µs",
        "3004749, 3.004749ms",
        "3618550, 3.61855ms",
        "100000000, 100ms",
        "5001028529, 5.001028529s",
        "60000000000, 1m0s",
        "90500000000, 1m30.5s",
        "3600000000000, 1h0m0s",
        "-1500000, -1.5ms",
    })
    void writesAsGoDoes(long nanoseconds, String text) {
        assertThat(GoDuration.text(Duration.ofNanos(nanoseconds))).isEqualTo(text);
    }
}
