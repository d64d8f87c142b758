package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.Leases;
import dev.quorate.etcd.Maintenance;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The core of every service, and every refusal of etcd's own, on each version. */
@ParameterizedClass
@ValueSource(strings = {EtcdBinaries.V3_4, EtcdBinaries.V3_5_OLD, EtcdBinaries.V3_5})
final class VersionsIT {

    private static final Bytes KEY = Bytes.of("key");

    private static EtcdCluster etcd;
    private static EtcdClient client;

    @Parameter
    private String version;

    @BeforeParameterizedClassInvocation
    static void start(String version) {
        etcd = EtcdCluster.of(version).start();
        client = new JetcdClients().connect(etcd.settings());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        client.close();
        etcd.close();
    }

    @Test
    void tellsStatusMembersAndHash() {
        Endpoint endpoint = etcd.endpoints().getFirst();
        client.keys().put(PutRequest.of(KEY, KEY));

        EndpointStatus status = client.maintenance().status(endpoint);

        assertThat(status.version()).isEqualTo(version);
        assertThat(status.leader()).isEqualTo(status.header().memberId());
        assertThat(status.dbSize()).isPositive();
        assertThat(client.membership().list(true).members())
                .singleElement()
                .satisfies(member -> assertThat(member.id()).isEqualTo(status.leader()));
        assertThat(client.maintenance().hashKv(endpoint, 0).hash()).isNotZero();
        assertThat(client.maintenance().alarms().alarms()).isEmpty();
    }

    @Test
    void grantsRenewsListsAndRevokesLeases() {
        Leases leases = client.leases();
        Leases.Granted granted = leases.grant(100, 0x1234);
        client.keys().put(new PutRequest(Bytes.of("leased"), KEY, granted.id(), false, false, false));

        assertThat(granted.id()).isEqualTo(0x1234);
        assertThat(leases.list().ids()).contains(0x1234L);
        assertThat(leases.timeToLive(0x1234, true).keys()).containsExactly(Bytes.of("leased"));
        assertThat(leases.keepAliveOnce(0x1234).ttl()).isEqualTo(100);
        assertThatThrownBy(() -> leases.grant(100, 0x1234)).hasMessage("etcdserver: lease already exists");
        leases.revoke(0x1234);
        assertThat(leases.timeToLive(0x1234, false).ttl()).isEqualTo(-1);
        assertThat(leases.keepAliveOnce(0x1234).ttl()).isZero();
        assertThatThrownBy(() -> leases.revoke(0x1234)).hasMessage("etcdserver: requested lease not found");
        assertThat(read("leased")).isEmpty();
    }

    @Test
    void keepsALeaseAliveUntilTold() throws InterruptedException {
        client.leases().grant(3, 0x77);
        List<Long> left = new ArrayList<>();

        client.leases().keepAlive(0x77, kept -> {
            left.add(kept.ttl());
            return left.size() < 2;
        });

        assertThat(left).containsExactly(3L, 3L);
    }

    @Test
    void watchesFromARevisionOnAndTellsProgress() throws InterruptedException {
        long first = put("watched/a", "1");
        put("watched/b", "2");
        BlockingQueue<WatchResponse> told = new LinkedBlockingQueue<>();
        WatchRequest request = new WatchRequest(KeyRange.prefix(Bytes.of("watched/")), first, true, false);

        Watches.Watch watch = client.watches().open(request, told::add);
        try (watch) {
            assertThat(take(told).created()).isTrue();
            assertThat(values(take(told))).containsExactly("1", "2");
            put("watched/a", "3");
            WatchEvent event = take(told).events().getFirst();
            assertThat(event.previous().map(KeyValue::value)).contains(Bytes.of("1"));
            watch.requestProgress();
            assertThat(take(told).events()).isEmpty();
        }
    }

    @Test
    void endsAWatchOfACompactedRevision() throws InterruptedException {
        long first = put("compacted", "1");
        long last = put("compacted", "2");
        client.keys().compact(last, true);
        BlockingQueue<WatchResponse> told = new LinkedBlockingQueue<>();

        Watches.Watch watch = client.watches()
                .open(new WatchRequest(KeyRange.single(Bytes.of("compacted")), first, false, false), told::add);
        try (watch) {
            watch.await();
        }

        assertThat(told).last().satisfies(response -> {
            assertThat(response.canceled()).isTrue();
            assertThat(response.compactRevision()).isEqualTo(last);
        });
    }

    @Test
    void refusesACompactedAndAFutureRevision() {
        long first = put("past", "1");
        long last = put("past", "2");
        client.keys().compact(last, true);

        Failure past = failure(() -> readAt(first));
        Failure future = failure(() -> readAt(last + 1000));

        assertThat(past.what())
                .isEqualTo("etcdserver: mvcc: required revision has been compacted (compacted up to " + last + ")");
        assertThat(past.hint()).isEqualTo("ask for revision " + last + " or later");
        assertThat(future.what())
                .startsWith("etcdserver: mvcc: required revision is a future revision (the newest is ");
    }

    @Test
    void refusesARequestThatIsTooLarge() {
        Failure little = failure(() -> client.keys().put(PutRequest.of(KEY, Bytes.wrap(new byte[1_600_000]))));
        Failure much = failure(() -> client.keys().put(PutRequest.of(KEY, Bytes.wrap(new byte[4_000_000]))));

        assertThat(little.what()).isEqualTo("etcdserver: request is too large");
        assertThat(little.hint()).contains("--max-request-bytes");
        assertThat(much.what()).contains("received message larger than max");
        assertThat(much.hint()).contains("--max-request-bytes");
    }

    @Test
    void refusesTooManyOperations() {
        List<Operation> gets = Collections.nCopies(129, new Operation.Range(RangeRequest.of(KeyRange.single(KEY))));

        Failure failure = failure(() -> client.keys().transact(new TxnRequest(List.of(), gets, List.of())));

        assertThat(failure.what()).isEqualTo("etcdserver: too many operations in txn request");
        assertThat(failure.hint()).contains("128");
    }

    @Test
    void refusesALeaseThatIsNotThere() {
        Failure failure = failure(() -> client.keys().put(new PutRequest(KEY, KEY, 999, false, false, false)));

        assertThat(failure.what()).isEqualTo("etcdserver: requested lease not found");
        assertThat(failure.hint()).contains("lease list");
    }

    @Test
    void refusesToWriteWithoutSpaceUntilDisarmed() {
        try (EtcdCluster small = EtcdCluster.of(version)
                        .with("--quota-backend-bytes=1000000")
                        .start();
                EtcdClient full = new JetcdClients().connect(small.settings())) {
            Failure failure = failure(() -> fill(full));

            assertThat(failure.what()).isEqualTo("etcdserver: mvcc: database space exceeded");
            assertThat(failure.hint()).contains("compact").contains("disarm");
            assertThat(full.maintenance().alarms().alarms())
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.type()).isEqualTo(Alarm.Type.NOSPACE));
            assertThat(full.maintenance().disarm(new Alarm(0, Alarm.Type.NONE)).alarms())
                    .hasSize(1);
            assertThat(full.maintenance().alarms().alarms()).isEmpty();
        }
    }

    @Test
    void validatesADowngradeOrTellsWhichVersionItNeeds() {
        Maintenance maintenance = client.maintenance();
        Endpoint endpoint = etcd.endpoints().getFirst();
        if (version.startsWith("3.4")) {
            Failure failure = failure(() -> maintenance.downgrade(Maintenance.DowngradeAction.VALIDATE, "3.3"));

            assertThat(failure.what()).isEqualTo("downgrade needs etcd 3.5 or newer; " + endpoint + " runs 3.4.23");
            assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_FEATURE);
            return;
        }

        Maintenance.Downgraded validated = maintenance.downgrade(Maintenance.DowngradeAction.VALIDATE, "3.4");
        Failure refused = failure(() -> maintenance.downgrade(Maintenance.DowngradeAction.CANCEL, ""));

        assertThat(validated.version()).isEqualTo("3.5.0");
        assertThat(refused.what()).isEqualTo("etcdserver: no inflight downgrade job");
        assertThat(refused.hint()).isNotNull();
    }

    private static void fill(EtcdClient client) {
        for (int i = 0; i < 100; i++) {
            client.keys().put(PutRequest.of(Bytes.of("fill" + i), Bytes.wrap(new byte[100_000])));
        }
    }

    private long put(String key, String value) {
        return client.keys()
                .put(PutRequest.of(Bytes.of(key), Bytes.of(value)))
                .header()
                .revision();
    }

    private List<KeyValue> read(String key) {
        return client.keys()
                .range(RangeRequest.of(KeyRange.single(Bytes.of(key))))
                .keyValues();
    }

    private void readAt(long revision) {
        client.keys().range(RangeRequest.of(KeyRange.single(KEY)).withRevision(revision));
    }

    private static WatchResponse take(BlockingQueue<WatchResponse> told) throws InterruptedException {
        WatchResponse response = told.poll(5, TimeUnit.SECONDS);
        assertThat(response).isNotNull();
        return response;
    }

    private static List<String> values(WatchResponse response) {
        return response.events().stream()
                .map(event -> event.keyValue().value().text())
                .toList();
    }

    private static Failure failure(Runnable action) {
        try {
            action.run();
        } catch (OperatorException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }
}
