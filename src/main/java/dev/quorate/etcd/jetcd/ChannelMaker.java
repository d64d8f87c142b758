package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes channels, all on one event loop. Nothing is set up before the first. */
final class ChannelMaker implements AutoCloseable {

    /** Large enough that one stream fills a fast link. */
    private static final int FLOW_CONTROL_WINDOW = 8 << 20;

    private static final int MAX_METADATA = 64 << 10;
    private static final long CLOSE_PATIENCE_MILLIS = 500;

    /**
     * gRPC tells the screen of every failed connection, netty of one that was being made when the client was closed, both with
     * a stack trace. Kept here, or the level would be lost.
     */
    private static final List<Logger> LOUD = List.of(Logger.getLogger("io.grpc"), Logger.getLogger("io.netty"));

    static {
        LOUD.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final EtcdSettings settings;
    private final TransportSecurity security;
    private final Map<Traffic, SslContext> contexts = new EnumMap<>(Traffic.class);
    private @Nullable EventLoopGroup eventLoop;

    ChannelMaker(EtcdSettings settings, TransportSecurity security) {
        this.settings = settings;
        this.security = security;
    }

    /** A channel for {@code traffic} to {@code endpoint}, not yet connected. */
    synchronized ManagedChannel open(Endpoint endpoint, Traffic traffic) {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                .eventLoopGroup(eventLoop())
                .channelType(NioSocketChannel.class)
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.timeouts().dial().toMillis())
                .directExecutor()
                .disableRetry()
                .proxyDetector(address -> null)
                .flowControlWindow(FLOW_CONTROL_WINDOW)
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .maxInboundMetadataSize(MAX_METADATA)
                .keepAliveTime(settings.keepAlive().time().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(settings.keepAlive().timeout().toMillis(), TimeUnit.MILLISECONDS);
        if (security.secure(endpoint)) {
            builder.sslContext(contexts.computeIfAbsent(traffic, security::netty));
        } else {
            builder.usePlaintext();
        }
        return builder.build();
    }

    /** Ends the event loop: a JVM that exits while its thread sits in a select waits 300 ms for it. */
    @Override
    public void close() {
        EventLoopGroup running;
        synchronized (this) {
            running = eventLoop;
        }
        if (running != null) {
            running.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_PATIENCE_MILLIS);
        }
    }

    private EventLoopGroup eventLoop() {
        if (eventLoop == null) {
            eventLoop = new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("etcd", true), NioIoHandler.newFactory());
        }
        return eventLoop;
    }
}
