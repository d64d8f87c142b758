package dev.quorate.lock;

import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import dev.quorate.etcd.Watches.Watch;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Watches until something has happened. */
final class WatchUntil {

    private final Watches watches;
    private final WatchRequest request;
    private final Predicate<WatchEvent> last;
    private final CompletableFuture<Watch> running = new CompletableFuture<>();

    /** @param last the event that ends it */
    WatchUntil(Watches watches, WatchRequest request, Predicate<WatchEvent> last) {
        this.watches = watches;
        this.request = request;
        this.last = last;
    }

    /** Waits for the last event; sooner if etcd ends the watch or {@code session} is lost. */
    void await(LeaseSession session) throws InterruptedException {
        session.onLoss(this::end);
        await(response -> {});
    }

    /** Tells {@code listener} every answer up to that with the last event. */
    void await(Consumer<WatchResponse> listener) throws InterruptedException {
        Watch watch = watches.open(request, response -> {
            listener.accept(response);
            if (response.events().stream().anyMatch(last)) {
                end();
            }
        });
        try (watch) {
            running.complete(watch);
            watch.await();
        }
    }

    /** The watch may tell its first answers before it is known here. */
    private void end() {
        var _ = running.thenAccept(Watch::close);
    }
}
