package dev.quorate.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "b, b, true",
        "b, a, false",
        "b, a-c, true",
        "b, a-b, false",
        "b, a-, true",
        "b, b-c, true",
        "a-c, a, false",
        "a-c, a-b b-c, true",
        "a-c, b-c a-b, true",
        "a-c, a-b c-d, false",
        "a-c, a-d, true",
        "a-c, a-ab aa-b b-c, true",
        "a-, a-z, false",
        "a-, a-z y-, true",
        "a-c, a-ab a b-c, false",
    })
    void addsPermissionsUp(String wanted, String granted, boolean covered) {
        List<Interval> parts =
                Arrays.stream(granted.split(" ")).map(IntervalTest::interval).toList();

        assertThat(interval(wanted).coveredBy(parts)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"b, a-c, true", "b, c-d, false", "a-c, b-, true", "a-, b-c, true", "a-b, b-c, false", "b, a, false"})
    void tellsWhatConcernsAWish(String one, String other, boolean overlaps) {
        assertThat(interval(one).overlaps(interval(other))).isEqualTo(overlaps);
        assertThat(interval(other).overlaps(interval(one))).isEqualTo(overlaps);
    }

    /** {@code a} is the key a, {@code a-c} the keys from a to c, {@code a-} those from a on. */
    private static Interval interval(String text) {
        String[] ends = text.split("-", -1);
        Bytes key = Bytes.of(ends[0]);
        if (ends.length == 1) {
            return Interval.of(KeyRange.single(key));
        }
        return Interval.of(ends[1].isEmpty() ? KeyRange.from(key) : KeyRange.between(key, Bytes.of(ends[1])));
    }
}
