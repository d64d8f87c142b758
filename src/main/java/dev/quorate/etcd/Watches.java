package dev.quorate.etcd;

import java.util.function.Consumer;

/** Watches. A broken stream is taken up again after the last revision seen, so that no event is lost or told twice. */
public interface Watches {

    /**
     * Tells {@code listener} every answer of the watch, on one thread, in order, the one that begins it included. What the
     * listener throws ends the watch and is what {@link Watch#await} throws.
     *
     * @throws dev.quorate.failure.OperatorException if no endpoint can be reached to begin it
     */
    Watch open(WatchRequest request, Consumer<WatchResponse> listener);

    /** A running watch; closing ends it. */
    interface Watch extends AutoCloseable {

        /** Waits until etcd ends the watch, or throws what ended it for good. */
        void await() throws InterruptedException;

        /** Asks etcd to tell how far the watch has come, as an answer without events. */
        void requestProgress();

        @Override
        void close();
    }
}
