package dev.quorate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AtWorkTest {

    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final AtWork atWork = new AtWork(clock);

    @Test
    void whatIsSoonDoneGoesWithoutSaying() {
        atWork.began(step("etcd1"));
        clock.advance(Duration.ofSeconds(9));

        assertThat(atWork.due()).isEmpty();
    }

    @Test
    void tellsWhoIsStillAtWorkAndForHowLong() {
        Step quick = step("etcd2");
        atWork.began(step("etcd1"));
        atWork.began(quick);
        atWork.began(step("etcd3"));
        atWork.ended(quick);
        clock.advance(Duration.ofSeconds(10));

        assertThat(atWork.due()).contains("set the stone on etcd1, etcd3: at work for 10 s");
    }

    @Test
    void tellsTheLessOftenTheLongerItTakes() {
        atWork.began(step("etcd1"));
        var told = new ArrayList<Long>();
        for (long second = 0; second <= 100; second++) {
            if (atWork.due().isPresent()) {
                told.add(second);
            }
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(told).containsExactly(10L, 20L, 40L, 80L);
    }

    @Test
    void countsAnewForTheNextStep() {
        Step first = step("etcd1");
        atWork.began(first);
        clock.advance(Duration.ofSeconds(30));
        atWork.due();
        atWork.ended(first);
        atWork.began(step("etcd2"));
        clock.advance(Duration.ofSeconds(10));

        assertThat(atWork.due()).contains("set the stone on etcd2: at work for 10 s");
    }

    @Test
    void saysNothingWhenNobodyIsAtWork() {
        clock.advance(Duration.ofHours(1));

        assertThat(atWork.due()).isEmpty();
    }

    private static Step step(String target) {
        return new RecordedStep(target, new ArrayList<>());
    }
}
