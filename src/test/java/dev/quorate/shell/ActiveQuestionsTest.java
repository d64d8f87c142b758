package dev.quorate.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.MovableClock;
import dev.quorate.time.WorkingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ActiveQuestionsTest {

    private final MovableClock real = new MovableClock(Instant.EPOCH);
    private final WorkingClock working = new WorkingClock(real);

    @Test
    void theTimeUntilAnAnswerIsNobodysWork() {
        ActiveQuestions questions = new ActiveQuestions(new Slow(), working);

        assertThat(questions.readLine("Is it the right one? ")).isEqualTo("yes");
        assertThat(questions.readSecret("Password: ")).containsExactly('s');

        assertThat(working.instant()).isEqualTo(Instant.EPOCH);
    }

    /** An operator who has to look things up. */
    private final class Slow implements Questions {

        @Override
        public boolean person() {
            return true;
        }

        @Override
        public String readLine(String prompt) {
            real.advance(Duration.ofMinutes(2));
            return "yes";
        }

        @Override
        public char[] readSecret(String prompt) {
            real.advance(Duration.ofMinutes(1));
            return new char[] {'s'};
        }
    }
}
