package dev.quorate.etcd.jetcd;

import io.grpc.ConnectivityState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Connects to whichever endpoint is ready first (as RFC 8305 does with addresses): each endpoint starts a little after the
 * one before it, or at once when all started ones have failed.
 */
final class ConnectionRace {

    private static final Duration HEAD_START = Duration.ofMillis(250);

    private final Iterator<EndpointChannel> waiting;
    private final List<ReadyChannel> running = new ArrayList<>();
    private final Semaphore changes = new Semaphore(0);
    private final long end;
    private long nextStart;

    ConnectionRace(List<EndpointChannel> candidates, Duration patience) {
        waiting = candidates.iterator();
        end = System.nanoTime() + patience.toNanos();
    }

    /** The first endpoint ready, or empty if all failed or none was ready in time. */
    Optional<ReadyChannel> winner() throws InterruptedException {
        startNext();
        while (true) {
            Optional<ReadyChannel> ready = running.stream()
                    .filter(runner -> is(runner, ConnectivityState.READY))
                    .findFirst();
            long now = System.nanoTime();
            boolean allFailed = running.stream().allMatch(ConnectionRace::failed);
            if (ready.isPresent() || now >= end || (allFailed && !waiting.hasNext())) {
                return ready;
            }
            if (waiting.hasNext() && (allFailed || now >= nextStart)) {
                startNext();
                continue;
            }
            await(waiting.hasNext() ? Math.min(nextStart, end) : end);
        }
    }

    private void startNext() {
        EndpointChannel next = waiting.next();
        running.add(next.connecting(changes::release));
        nextStart = System.nanoTime() + HEAD_START.toNanos();
    }

    /** Waits for a change, and asks to be told of the next. */
    private void await(long until) throws InterruptedException {
        long patience = until - System.nanoTime();
        if (!changes.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
            return;
        }
        changes.drainPermits();
        for (ReadyChannel runner : running) {
            if (is(runner, ConnectivityState.CONNECTING) || is(runner, ConnectivityState.IDLE)) {
                runner.channel().notifyWhenStateChanged(runner.channel().getState(true), changes::release);
            }
        }
    }

    private static boolean is(ReadyChannel runner, ConnectivityState state) {
        return runner.channel().getState(false) == state;
    }

    private static boolean failed(ReadyChannel runner) {
        return is(runner, ConnectivityState.TRANSIENT_FAILURE) || is(runner, ConnectivityState.SHUTDOWN);
    }
}
