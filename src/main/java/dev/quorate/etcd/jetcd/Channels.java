package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One kept channel per endpoint and kind of traffic. Nothing is opened before it is needed. */
final class Channels implements AutoCloseable {

    private final EtcdSettings settings;
    private final TransportSecurity security;
    private final ChannelMaker maker;
    private final Traffic traffic;
    private final @Nullable Channels fallback;
    private final Map<Endpoint, EndpointChannel> channels = new LinkedHashMap<>();
    private volatile @Nullable Endpoint lastGood;
    private @Nullable Channels bulk;
    private boolean closed;

    Channels(EtcdSettings settings) {
        this.settings = settings;
        this.security = new TransportSecurity(settings.tls());
        this.maker = new ChannelMaker(settings, security);
        this.traffic = Traffic.CALLS;
        this.fallback = null;
    }

    private Channels(Channels parent) {
        this.settings = parent.settings;
        this.security = parent.security;
        this.maker = parent.maker;
        this.traffic = Traffic.BULK;
        this.fallback = parent;
        this.lastGood = parent.lastGood;
    }

    /** Channels for much data; these ones where nothing could move it faster. */
    synchronized Channels bulk() {
        if (traffic == Traffic.BULK || !security.fasterInBulk()) {
            return this;
        }
        if (bulk == null) {
            bulk = new Channels(this);
        }
        return bulk;
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
        if (winner.isEmpty() && fallback != null) {
            return fallback.connect(endpoints, avoided);
        }
        if (winner.isEmpty()) {
            return lookAgain(endpoints, candidates);
        }
        return winner.get();
    }

    /** What was not ready in time may be so by the time the cause is found, or need only a second chance. */
    private ReadyChannel lookAgain(List<Endpoint> endpoints, List<EndpointChannel> candidates)
            throws InterruptedException {
        Map<Endpoint, Finding> findings = diagnosis().look(endpoints);
        Optional<ReadyChannel> late = candidates.stream()
                .filter(EndpointChannel::ready)
                .map(EndpointChannel::current)
                .findFirst();
        if (late.isEmpty() && findings.values().stream().anyMatch(Finding::mayPass)) {
            late = race(candidates);
        }
        return late.orElseThrow(() -> diagnosis().failure(findings));
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

    MetricsPage metrics() {
        return new MetricsPage(security, settings.timeouts().command());
    }

    ConnectionDiagnosis diagnosis() {
        return new ConnectionDiagnosis(security, settings.timeouts().dial());
    }

    @Override
    public void close() {
        closeChannels();
        maker.close();
    }

    private void closeChannels() {
        List<EndpointChannel> open;
        Channels child;
        synchronized (this) {
            closed = true;
            open = List.copyOf(channels.values());
            child = bulk;
        }
        open.forEach(EndpointChannel::close);
        if (child != null) {
            child.closeChannels();
        }
    }

    private Optional<ReadyChannel> race(List<EndpointChannel> candidates) throws InterruptedException {
        return new ConnectionRace(candidates, settings.timeouts().dial()).winner();
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
        return channels.computeIfAbsent(endpoint, key -> new EndpointChannel(key, () -> maker.open(key, traffic)));
    }
}
