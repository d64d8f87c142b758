package dev.quorate.check;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.PutRequest;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.InFlight;
import dev.quorate.time.Pause;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;

/**
 * Writes keys nobody else has, several at once.
 *
 * @param prefix of the keys
 * @param size what each write is made of
 * @param clients how many write at once
 * @param progress is told, now and then, how many keys were written
 */
record Writers(Keys keys, Bytes prefix, Size size, int clients, IntConsumer progress) {

    private static final long SECOND = 1_000_000_000L;

    /** A pause shorter than this takes longer than asked for: the writes it was for follow at once instead. */
    private static final long SHORTEST_PAUSE = SECOND / 1000;

    private static final int BETWEEN_PROGRESS = 10;

    /** Bytes of a key behind its prefix, and of a value. */
    record Size(int key, int value) {}

    /** Writes at {@code rate} in a second, no faster, for as long as {@code duration} says. */
    Latencies.Summary forTime(Duration duration, int rate) throws InterruptedException {
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (InFlight writes = new InFlight(clients)) {
            Ticks ticks = new Ticks(start);
            long due = start;
            while (due < end && System.nanoTime() < end) {
                pauseUntil(due);
                writes.begin(() -> write(latencies));
                due = Math.max(due, System.nanoTime() - SHORTEST_PAUSE) + SECOND / rate;
                ticks.tell(latencies);
            }
            writes.awaitAll();
        }
        return latencies.summary();
    }

    /** Writes {@code count} keys, as fast as they are taken. */
    Latencies.Summary forCount(int count) throws InterruptedException {
        Latencies latencies = new Latencies();
        try (InFlight writes = new InFlight(clients)) {
            Ticks ticks = new Ticks(System.nanoTime());
            for (int i = 0; i < count; i++) {
                writes.begin(() -> write(latencies));
                ticks.tell(latencies);
            }
            writes.awaitAll();
        }
        return latencies.summary();
    }

    private void write(Latencies latencies) {
        long start = System.nanoTime();
        try {
            keys.put(PutRequest.of(key(), Bytes.wrap(new byte[size.value()])));
            latencies.add(System.nanoTime() - start);
        } catch (OperatorException e) {
            latencies.addError(e.failure().what());
        }
    }

    private Bytes key() {
        byte[] key = Arrays.copyOf(prefix.unsafeArray(), prefix.length() + size.key());
        ByteBuffer.wrap(key)
                .putLong(prefix.length(), ThreadLocalRandom.current().nextLong());
        return Bytes.wrap(key);
    }

    private static void pauseUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left >= SHORTEST_PAUSE) {
            Pause.real().of(Duration.ofNanos(left));
        }
    }

    /** Tells the progress every so many seconds. */
    private final class Ticks {
        private long next;

        Ticks(long start) {
            next = start + BETWEEN_PROGRESS * SECOND;
        }

        void tell(Latencies latencies) {
            long now = System.nanoTime();
            if (now >= next) {
                next = now + BETWEEN_PROGRESS * SECOND;
                progress.accept(latencies.count());
            }
        }
    }
}
