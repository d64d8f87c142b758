package dev.quorate.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkingClockTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final MovableClock real = new MovableClock(START);
    private final WorkingClock clock = new WorkingClock(real);

    @Test
    void goesAsTheRealOneWhileNobodyIsAsked() {
        real.advance(Duration.ofSeconds(7));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void standsStillUntilTheQuestionIsAnswered() {
        real.advance(Duration.ofSeconds(1));

        Instant asked = clock.during(() -> {
            real.advance(Duration.ofMinutes(5));
            return clock.instant();
        });
        real.advance(Duration.ofSeconds(2));

        assertThat(asked).isEqualTo(START.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
        assertThat(clock.real().instant()).isEqualTo(START.plusSeconds(303));
    }

    @Test
    void standsStillAsLongAsOneOfSeveralQuestionsIsOpen() {
        clock.during(() -> {
            clock.during(() -> advance(10));
            return advance(20);
        });

        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void goesOnWhenTheOperatorBreaksOff() {
        assertThatThrownBy(() -> clock.during(() -> {
                    advance(10);
                    throw new IllegalStateException("never mind");
                }))
                .hasMessage("never mind");
        advance(1);

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    private Instant advance(long seconds) {
        real.advance(Duration.ofSeconds(seconds));
        return real.instant();
    }
}
