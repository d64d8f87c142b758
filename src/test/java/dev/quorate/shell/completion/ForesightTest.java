package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ForesightTest {

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch prepared = new CountDownLatch(1);
    private final Foresight foresight = new Foresight(Map.of("pki", () -> {
        begun.incrementAndGet();
        prepared.countDown();
    }));

    @Test
    void preparesOnceItsFirstWordIsTyped() throws InterruptedException {
        foresight.typed("pki ");
        foresight.typed("pki i");
        foresight.typed("pki list");

        assertThat(prepared.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(1);
    }

    @Test
    void waitsForTheWholeWordAndMindsNoOther() throws InterruptedException {
        foresight.typed("pki");
        foresight.typed("get pki ");
        foresight.typed("");

        assertThat(prepared.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
}
