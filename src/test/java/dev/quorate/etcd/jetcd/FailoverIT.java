package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.testing.etcd.BlackHole;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.EtcdServer;
import dev.quorate.time.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Members die, freeze and come back; the client goes on. Each test leaves three healthy members behind. */
final class FailoverIT {

    private static final Bytes KEY = Bytes.of("key");

    /** Sooner than a call gives up by itself. */
    private static final Duration SOON = EtcdSettings.Timeouts.DEFAULT.command().minusSeconds(1);

    private static EtcdCluster etcd;
    private EtcdClient client;

    @BeforeAll
    static void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).members(3).mutualTls().start();
    }

    @AfterAll
    static void stop() {
        etcd.close();
    }

    @BeforeEach
    void connect() {
        client = new JetcdClients().connect(etcd.settings());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void firstEndpointRefuses() {
        int follower = follower();
        etcd.server(follower).kill();
        try (EtcdClient fresh = new JetcdClients().connect(startingWith(follower))) {
            assertThat(time(() -> read(fresh))).isLessThan(SOON);
        } finally {
            revive(follower);
        }
    }

    @Test
    void firstEndpointIsFrozen() {
        int follower = follower();
        etcd.server(follower).freeze();
        try (EtcdClient fresh = new JetcdClients().connect(startingWith(follower))) {
            assertThat(time(() -> read(fresh))).isLessThan(SOON);
        } finally {
            etcd.server(follower).thaw();
        }
    }

    @Test
    void firstEndpointIsABlackHole() throws IOException {
        EtcdSettings settings = etcd.settings();
        try (BlackHole hole = BlackHole.open()) {
            List<Endpoint> endpoints = new ArrayList<>(etcd.endpoints());
            endpoints.addFirst(hole.endpoint("https"));
            EtcdSettings holed = new EtcdSettings(
                    endpoints, settings.tls(), settings.credentials(), settings.timeouts(), settings.keepAlive());

            try (EtcdClient client = new JetcdClients().connect(holed)) {
                assertThat(time(() -> client.membership().list(true))).isLessThan(SOON);
            }
        }
    }

    @Test
    void endpointInUseDies() {
        read();
        etcd.server(0).kill();
        try {
            assertThat(time(this::read)).isLessThan(SOON);
        } finally {
            revive(0);
        }
    }

    @Test
    void endpointInUseFreezesAndIsAvoidedAfterwards() {
        EtcdClient hasty = new JetcdClients().connect(with(Duration.ofSeconds(1)));
        try (hasty) {
            hasty.membership().list(false);
            etcd.server(0).freeze();

            assertThatThrownBy(() -> hasty.membership().list(false))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("the process hangs");
            assertThat(time(() -> hasty.membership().list(false))).isLessThan(SOON);
        } finally {
            etcd.server(0).thaw();
        }
    }

    @Test
    void saysThatThereIsNoLeader() {
        etcd.server(1).kill();
        etcd.server(2).kill();
        try {
            awaitLeaderless();
            long start = System.nanoTime();

            assertThatThrownBy(this::read)
                    .isInstanceOfSatisfying(
                            OperatorException.class,
                            thrown -> assertThat(thrown.failure().exitCode()).isEqualTo(ExitCode.BAD_CONNECTION))
                    .hasMessageContaining("etcdserver: no leader");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            client.keys().range(RangeRequest.of(KeyRange.single(KEY)).withSerializable(true));
        } finally {
            etcd.server(1).start();
            revive(2);
        }
    }

    @Test
    void watchLosesAndRepeatsNothingWhenItsMemberDies() throws InterruptedException {
        int leader = leader();
        int follower = follower();
        EtcdClient writer = client.at(etcd.endpoints().get(leader));
        BlockingQueue<WatchResponse> told = new LinkedBlockingQueue<>();
        long before = put(writer, 0);

        try (EtcdClient watcher = new JetcdClients().connect(startingWith(follower))) {
            watcher.watches().open(new WatchRequest(KeyRange.single(KEY), before + 1, false, false), told::add);
            put(writer, 1);
            put(writer, 2);
            etcd.server(follower).kill();
            for (int i = 3; i <= 20; i++) {
                put(writer, i);
            }
            List<Long> values = new ArrayList<>();
            while (values.size() < 20) {
                WatchResponse response = told.poll(10, TimeUnit.SECONDS);
                assertThat(response).as("after " + values).isNotNull();
                response.events()
                        .forEach(event -> values.add(
                                Long.parseLong(event.keyValue().value().text())));
            }

            assertThat(values)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 20).boxed().toList());
            assertThat(told).isEmpty();
        } finally {
            revive(follower);
        }
    }

    /** Often: which of the connection and the watch is gone first is chance. */
    @RepeatedTest(20)
    void closingTheClientEndsItsWatchesWithoutAWord() throws InterruptedException {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        try {
            EtcdClient watcher = new JetcdClients().connect(etcd.settings());
            Watches.Watch watch =
                    watcher.watches().open(new WatchRequest(KeyRange.single(KEY), 0, false, false), told -> {});

            watcher.close();

            Throwable end = catchThrowable(watch::await);
            Pause.real().of(Duration.ofMillis(50));
            assertThat(end).isInstanceOf(OperatorException.class);
            assertThat(thrown).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void interruptCancelsACallInFlight() throws InterruptedException {
        etcd.servers().forEach(EtcdServer::freeze);
        try {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    read();
                } catch (OperatorException e) {
                    thrown.set(e);
                }
            });
            thread.join(Duration.ofMillis(200));
            thread.interrupt();

            assertThat(thread.join(SOON)).isTrue();
            assertThat(thrown.get())
                    .isInstanceOfSatisfying(
                            OperatorException.class,
                            e -> assertThat(e.failure().exitCode()).isEqualTo(ExitCode.INTERRUPTED));
        } finally {
            etcd.servers().forEach(EtcdServer::thaw);
        }
    }

    private void read() {
        read(client);
    }

    private static void read(EtcdClient client) {
        client.keys().range(RangeRequest.of(KeyRange.single(KEY)));
    }

    private int follower() {
        return (leader() + 1) % 3;
    }

    private int leader() {
        List<Endpoint> endpoints = etcd.endpoints();
        for (int i = 0; i < endpoints.size(); i++) {
            EndpointStatus status = client.maintenance().status(endpoints.get(i));
            if (status.leader() == status.header().memberId()) {
                return i;
            }
        }
        throw new AssertionError("nobody leads");
    }

    private static EtcdSettings startingWith(int server) {
        List<Endpoint> order = new ArrayList<>(etcd.endpoints());
        order.addFirst(order.remove(server));
        EtcdSettings settings = etcd.settings();
        return new EtcdSettings(
                order, settings.tls(), settings.credentials(), settings.timeouts(), settings.keepAlive());
    }

    private static long put(EtcdClient client, int value) {
        return client.keys()
                .put(PutRequest.of(KEY, Bytes.of(Integer.toString(value))))
                .header()
                .revision();
    }

    private static EtcdSettings with(Duration commandTimeout) {
        EtcdSettings settings = etcd.settings();
        return new EtcdSettings(
                settings.endpoints(),
                settings.tls(),
                settings.credentials(),
                new EtcdSettings.Timeouts(Duration.ofSeconds(2), commandTimeout),
                settings.keepAlive());
    }

    private void awaitLeaderless() {
        while (client.maintenance().status(etcd.endpoints().getFirst()).leader() != 0) {
            Thread.onSpinWait();
        }
    }

    private static void revive(int server) {
        etcd.server(server).start();
        etcd.awaitHealthy();
    }

    private static Duration time(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
