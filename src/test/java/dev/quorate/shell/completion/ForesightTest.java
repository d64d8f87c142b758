package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
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

    /** Often: an interruption may end the preparation before its end is asked for. */
    @RepeatedTest(200)
    void whatIsNotFinishedMakesWayForTheLineAndGoesOnWithTheNext() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Semaphore started = new Semaphore(0);
        Semaphore ended = new Semaphore(0);
        Foresight slow = new Foresight(Map.of("pki", () -> {
            started.release();
            try {
                never.await();
            } catch (InterruptedException e) {
                ended.release();
            }
        }));

        slow.typed("pki ");
        started.acquire();
        slow.entered();
        boolean madeWay = ended.tryAcquire(10, TimeUnit.SECONDS);
        slow.typed("pki ");

        assertThat(madeWay).isTrue();
        assertThat(started.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsFinishedIsNotMadeAgain() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Foresight quick = new Foresight(Map.of("pki", () -> {
            thread.set(Thread.currentThread());
            begun.incrementAndGet();
            prepared.countDown();
        }));

        quick.typed("pki ");
        prepared.await();
        thread.get().join();
        quick.entered();
        quick.typed("pki ");

        assertThat(begun).hasValue(1);
    }
}
