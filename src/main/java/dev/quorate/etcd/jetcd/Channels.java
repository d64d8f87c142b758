package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One kept channel per endpoint, on one event loop. Nothing is opened before it is needed. */
final class Channels implements AutoCloseable {

    /** Large enough that one stream fills a fast link. */
    private static final int FLOW_CONTROL_WINDOW = 8 << 20;

    private static final int MAX_METADATA = 64 << 10;
    private static final long CLOSE_PATIENCE_MILLIS = 500;

    /** gRPC tells the screen of every failed connection, with a stack trace. Kept here, or the level would be lost. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    static {
        GRPC.setLevel(Level.OFF);
    }

    private final EtcdSettings settings;
    private final TransportSecurity security;
    private final Map<Endpoint, EndpointChannel> channels = new LinkedHashMap<>();
    private @Nullable EventLoopGroup eventLoop;
    private @Nullable SslContext tls;
    private volatile @Nullable Endpoint lastGood;
    private boolean closed;

    Channels(EtcdSettings settings) {
        this.settings = settings;
        this.security = new TransportSecurity(settings.tls());
    }

    /**
     * A ready channel to one of {@code endpoints}: the one last good if it still is, else the first to connect. Those
     * {@code avoided} and those that left a call unanswered come last. Where none is ready in time though one answers, as
     * on a machine that has too much to do, they get a second chance.
     *
     * @throws OperatorException saying why each endpoint cannot be reached
     */
    ReadyChannel connect(List<Endpoint> endpoints, Collection<Endpoint> avoided) throws InterruptedException {
        List<EndpointChannel> candidates = inOrder(endpoints, avoided);
        if (candidates.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "no endpoint is given", "name one: --endpoints 127.0.0.1:2379");
        }
        EndpointChannel first = candidates.getFirst();
        if (first.ready()) {
            return first.current();
        }
        Optional<ReadyChannel> winner = race(candidates);
        if (winner.isEmpty()) {
            Map<Endpoint, Finding> findings = diagnosis().look(endpoints);
            winner = findings.values().stream().anyMatch(Finding::passed) ? race(candidates) : winner;
            return winner.orElseThrow(() -> diagnosis().failure(findings));
        }
        return winner.get();
    }

    private Optional<ReadyChannel> race(List<EndpointChannel> candidates) throws InterruptedException {
        return new ConnectionRace(candidates, settings.timeouts().dial()).winner();
    }

    /** Calls go to {@code endpoint} first from now on. */
    void good(Endpoint endpoint) {
        lastGood = endpoint;
        of(endpoint).suspect(false);
    }

    /** A call to {@code endpoint} went unanswered: others are tried before it. */
    void suspect(Endpoint endpoint) {
        of(endpoint).suspect(true);
    }

    ConnectionDiagnosis diagnosis() {
        return new ConnectionDiagnosis(security, settings.timeouts().dial());
    }

    @Override
    public void close() {
        EventLoopGroup running;
        synchronized (this) {
            closed = true;
            channels.values().forEach(EndpointChannel::close);
            channels.clear();
            running = eventLoop;
        }
        if (running != null) {
            running.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_PATIENCE_MILLIS);
        }
    }

    private List<EndpointChannel> inOrder(List<Endpoint> endpoints, Collection<Endpoint> avoided) {
        List<EndpointChannel> order = new ArrayList<>();
        endpoints.stream().distinct().forEach(endpoint -> order.add(of(endpoint)));
        order.sort(Comparator.comparing((EndpointChannel channel) -> avoided.contains(channel.endpoint()))
                .thenComparing(EndpointChannel::suspected)
                .thenComparing(channel -> !channel.endpoint().equals(lastGood)));
        return order;
    }

    private synchronized EndpointChannel of(Endpoint endpoint) {
        if (closed) {
            throw OperatorException.of(ExitCode.INTERRUPTED, "the connection was closed");
        }
        return channels.computeIfAbsent(endpoint, key -> new EndpointChannel(key, () -> open(key)));
    }

    private synchronized ManagedChannel open(Endpoint endpoint) {
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
            builder.sslContext(tls());
        } else {
            builder.usePlaintext();
        }
        return builder.build();
    }

    private EventLoopGroup eventLoop() {
        if (eventLoop == null) {
            eventLoop = new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("etcd", true), NioIoHandler.newFactory());
        }
        return eventLoop;
    }

    private SslContext tls() {
        if (tls == null) {
            tls = security.netty();
        }
        return tls;
    }
}
