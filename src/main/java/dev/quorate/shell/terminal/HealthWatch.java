package dev.quorate.shell.terminal;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.health.ClusterHealth;
import dev.quorate.session.Sessions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps an eye on the cluster in the background, every few seconds and after every line, and tells when it has looked. */
final class HealthWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** Leaves the first moments to the prompt: an operator waits for that one. */
    private static final Duration HEAD_START = Duration.ofMillis(100);

    private final Sessions sessions;
    private final HealthLook look;
    private final Runnable told;
    private final Semaphore wanted = new Semaphore(0);
    private volatile @Nullable Seen seen;
    private volatile @Nullable Thread watcher;

    /** What was seen belongs to the cluster looked at. */
    private record Seen(EtcdSettings cluster, ClusterHealth health) {}

    HealthWatch(Sessions sessions, HealthLook look, Runnable told) {
        this.sessions = sessions;
        this.look = look;
        this.told = told;
    }

    void start() {
        watcher = Thread.ofVirtual().name("health").start(this::watch);
    }

    /** How the present cluster stood when it was last looked at. */
    Optional<ClusterHealth> health() {
        Seen last = seen;
        if (last == null || !last.cluster.equals(sessions.standing().etcd())) {
            return Optional.empty();
        }
        return Optional.of(last.health);
    }

    /** Looks again soon. */
    void refresh() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    private void watch() {
        try {
            await(HEAD_START);
            while (true) {
                lookOnce();
                await(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits no longer once somebody wants a look. */
    private void await(Duration longest) throws InterruptedException {
        if (wanted.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wanted.drainPermits();
        }
    }

    private void lookOnce() throws InterruptedException {
        EtcdSettings cluster = sessions.standing().etcd();
        try {
            Optional<ClusterHealth> health = look.look();
            seen = health.map(one -> new Seen(cluster, one)).orElse(null);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // What is wrong with the cluster is told by the line that needs it; the prompt says that it is not known.
            seen = null;
        }
        told.run();
    }

    @Override
    public void close() {
        Thread running = watcher;
        if (running != null) {
            running.interrupt();
        }
    }
}
