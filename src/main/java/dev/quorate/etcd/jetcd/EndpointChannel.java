package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.function.Supplier;

/**
 * The kept channel of one endpoint. A channel whose connection failed is replaced when it is wanted again: gRPC's own would
 * wait out a back-off, and goes on reporting the old failure until a new connection stands.
 */
final class EndpointChannel {

    private final Endpoint endpoint;
    private final Supplier<ManagedChannel> maker;
    private ManagedChannel channel;
    private volatile boolean suspect;

    EndpointChannel(Endpoint endpoint, Supplier<ManagedChannel> maker) {
        this.endpoint = endpoint;
        this.maker = maker;
        this.channel = maker.get();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Begins to connect unless connected, and has {@code onChange} run once when that state changes. */
    synchronized ReadyChannel connecting(Runnable onChange) {
        ConnectivityState state = channel.getState(true);
        if (state == ConnectivityState.TRANSIENT_FAILURE || state == ConnectivityState.SHUTDOWN) {
            channel.shutdownNow();
            channel = maker.get();
            state = channel.getState(true);
        }
        channel.notifyWhenStateChanged(state, onChange);
        return new ReadyChannel(endpoint, channel);
    }

    synchronized boolean ready() {
        return channel.getState(false) == ConnectivityState.READY;
    }

    synchronized ReadyChannel current() {
        return new ReadyChannel(endpoint, channel);
    }

    /** Whether a call went unanswered since the last one that was answered. */
    boolean suspected() {
        return suspect;
    }

    void suspect(boolean now) {
        suspect = now;
    }

    synchronized void close() {
        channel.shutdownNow();
    }
}
