package dev.quorate.lock;

import dev.quorate.etcd.Leases;
import dev.quorate.etcd.Leases.Granted;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.time.Pause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A lease that is kept alive until it is closed. Members may die meanwhile: it is lost only when none has renewed it for
 * its whole time to live, or when it was revoked.
 */
final class LeaseSession implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Leases leases;
    private final long id;
    private final Duration ttl;
    private final CompletableFuture<@Nullable Void> lost = new CompletableFuture<>();
    private final Thread renewal;
    private volatile long renewed = System.nanoTime();

    private LeaseSession(Leases leases, Granted granted) {
        this.leases = leases;
        this.id = granted.id();
        this.ttl = Duration.ofSeconds(granted.ttl());
        this.renewal = Thread.ofVirtual().name("lease").unstarted(this::renew);
    }

    /** @param ttl in seconds; etcd may grant a longer one */
    static LeaseSession open(Leases leases, long ttl) {
        LeaseSession session = new LeaseSession(leases, leases.grant(ttl, 0));
        session.renewal.start();
        return session;
    }

    long id() {
        return id;
    }

    /** Runs {@code action} when the lease is lost, at once if it is. */
    void onLoss(Runnable action) {
        var _ = lost.thenRun(action);
    }

    /** @throws OperatorException if the lease is lost */
    void requireAlive() {
        if (lost.isDone()) {
            throw expired();
        }
    }

    /**
     * Waits until the operator ends it, which is what is meant to end it.
     *
     * @throws OperatorException if the lease is lost before
     */
    void holdUntilInterrupted() {
        try {
            lost.get();
        } catch (InterruptedException e) {
            return; // not set again: what is held has yet to be given back
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        throw expired();
    }

    OperatorException expired() {
        return OperatorException.of(
                ExitCode.ERROR,
                "session expired: its lease was revoked, or no member renewed it for " + ttl.toSeconds() + " s",
                "check endpoint status; a longer --ttl outlasts longer outages");
    }

    private void renew() {
        try {
            while (!overdue() && !renewedUntilGone()) {
                Pause.real().of(BETWEEN_TRIES);
            }
            lost.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Renews until the lease is gone; false if no member answered. */
    private boolean renewedUntilGone() throws InterruptedException {
        try {
            leases.keepAlive(id, kept -> {
                renewed = System.nanoTime();
                return true;
            });
            return true;
        } catch (OperatorException e) {
            return e.failure().exitCode() != ExitCode.BAD_CONNECTION;
        }
    }

    private boolean overdue() {
        return System.nanoTime() - renewed > ttl.toNanos();
    }

    @Override
    public void close() {
        renewal.interrupt();
        try {
            leases.revoke(id);
        } catch (OperatorException e) {
            lost.complete(null); // if it is not gone already, it will be when its time is over
        }
    }
}
