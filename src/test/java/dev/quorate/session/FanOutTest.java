package dev.quorate.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private static final Endpoint FIRST = new Endpoint("a:1");
    private static final Endpoint SECOND = new Endpoint("b:1");

    @Test
    void keepsTheOrderWhateverTheSpeed() throws Exception {
        CountDownLatch secondIsDone = new CountDownLatch(1);

        List<Reply<String>> replies = FanOut.ask(List.of(FIRST, SECOND), Duration.ofSeconds(10), endpoint -> {
            if (endpoint.equals(FIRST)) {
                await(secondIsDone);
            }
            secondIsDone.countDown();
            return endpoint.text();
        });

        assertThat(replies).extracting(reply -> reply.value().orElse("")).containsExactly("a:1", "b:1");
    }

    @Test
    void tellsTheAnswersThereAreWhenOneEndpointFails() throws Exception {
        List<Reply<String>> replies = FanOut.ask(List.of(FIRST, SECOND), Duration.ofSeconds(10), endpoint -> {
            if (endpoint.equals(FIRST)) {
                throw OperatorException.of(ExitCode.BAD_CONNECTION, "nothing listens at a:1");
            }
            return "fine";
        });

        assertThat(replies.get(0).failure())
                .hasValueSatisfying(failure -> assertThat(failure.what()).isEqualTo("nothing listens at a:1"));
        assertThat(replies.get(1).value()).contains("fine");
    }

    @Test
    void doesNotWaitPastTheDeadlineForASilentEndpoint() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        List<Reply<String>> replies = FanOut.ask(List.of(FIRST, SECOND), Duration.ofSeconds(2), endpoint -> {
            if (endpoint.equals(FIRST)) {
                await(never);
            }
            return "fine";
        });

        assertThat(replies.get(0).failure())
                .hasValueSatisfying(failure -> assertThat(failure.what()).isEqualTo("no answer from a:1 within 2.0 s"));
        assertThat(replies.get(1).value()).contains("fine");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw OperatorException.of(ExitCode.INTERRUPTED, "interrupted");
        }
    }
}
