package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Compare;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.OperationResponse;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangePages;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.TxnResponse;
import dev.quorate.failure.OperatorException;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JetcdKeysIT {

    private static EtcdCluster etcd;
    private EtcdClient client;

    @BeforeAll
    static void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).mutualTls().start();
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
    void readsWhatItWrote() {
        client.keys().put(PutRequest.of(Bytes.of("foo"), Bytes.of("bar")));

        KeyValue read = get("foo").getFirst();

        assertThat(read.value()).isEqualTo(Bytes.of("bar"));
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.modRevision()).isEqualTo(read.createRevision());
    }

    @Test
    void keepsValueOrLeaseWhenToldToIgnoreThem() {
        long lease = client.leases().grant(60, 0).id();
        client.keys().put(new PutRequest(Bytes.of("kept"), Bytes.of("one"), lease, false, false, false));

        client.keys().put(new PutRequest(Bytes.of("kept"), Bytes.of("two"), 0, false, false, true));
        KeyValue afterValue = get("kept").getFirst();
        client.keys().put(new PutRequest(Bytes.of("kept"), Bytes.EMPTY, 0, false, true, false));
        KeyValue afterLease = get("kept").getFirst();

        assertThat(afterValue.lease()).isEqualTo(lease);
        assertThat(afterValue.value()).isEqualTo(Bytes.of("two"));
        assertThat(afterLease.lease()).isZero();
        assertThat(afterLease.value()).isEqualTo(Bytes.of("two"));
    }

    @Test
    void transactsNestedAndComparesLeases() {
        long lease = client.leases().grant(60, 0).id();
        client.keys().put(new PutRequest(Bytes.of("leased"), Bytes.of("v"), lease, false, false, false));
        TxnRequest inner = new TxnRequest(
                List.of(new Compare.OfNumber(
                        Bytes.of("leased"), Compare.Operator.EQUAL, Compare.NumberTarget.LEASE, lease)),
                List.of(new Operation.Range(RangeRequest.of(KeyRange.single(Bytes.of("leased"))))),
                List.of());
        TxnRequest outer = new TxnRequest(
                List.of(new Compare.OfNumber(
                        Bytes.of("leased"), Compare.Operator.NOT_EQUAL, Compare.NumberTarget.LEASE, lease)),
                List.of(),
                List.of(new Operation.Transaction(inner)));

        TxnResponse answer = client.keys().transact(outer);

        assertThat(answer.succeeded()).isFalse();
        assertThat(answer.responses())
                .singleElement()
                .isInstanceOfSatisfying(
                        OperationResponse.Transaction.class,
                        nested -> assertThat(nested.response().succeeded()).isTrue());
    }

    @Test
    void readsLargeRangesInPagesAtOneRevision() {
        int keys = 3000;
        byte[] value = new byte[10_000];
        new Random(1).nextBytes(value);
        for (int at = 0; at < keys; at += 100) {
            List<Operation> puts = new ArrayList<>();
            for (int i = at; i < at + 100; i++) {
                puts.add(new Operation.Put(PutRequest.of(Bytes.of("page/%06d".formatted(i)), Bytes.wrap(value))));
            }
            client.keys().transact(new TxnRequest(List.of(), puts, List.of()));
        }

        RangePages pages = client.keys().pages(RangeRequest.of(KeyRange.prefix(Bytes.of("page/"))));
        List<String> read = new ArrayList<>();
        for (KeyValue keyValue : pages.keyValues()) {
            if (read.isEmpty()) {
                client.keys().delete(new DeleteRequest(KeyRange.single(Bytes.of("page/002999")), false));
            }
            read.add(keyValue.key().text());
        }

        assertThat(pages.count()).isEqualTo(keys);
        assertThat(pages.more()).isFalse();
        assertThat(read).hasSize(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void readsMessagesOverFourMebibytes() {
        Bytes value = Bytes.wrap(new byte[1_400_000]);
        for (int i = 0; i < 5; i++) {
            client.keys().put(PutRequest.of(Bytes.of("large/" + i), value));
        }

        assertThat(client.keys()
                        .range(RangeRequest.of(KeyRange.prefix(Bytes.of("large/"))))
                        .keyValues())
                .hasSize(5);
    }

    @Test
    void honoursTheLimitAcrossPages() {
        for (int i = 0; i < 150; i++) {
            client.keys().put(PutRequest.of(Bytes.of("limit/%03d".formatted(i)), Bytes.of("v")));
        }

        RangePages pages = client.keys()
                .pages(RangeRequest.of(KeyRange.prefix(Bytes.of("limit/"))).withLimit(100));

        assertThat(pages.keyValues()).hasSize(100);
        assertThat(pages.more()).isTrue();
        assertThat(pages.count()).isEqualTo(150);
    }

    @Test
    void namesTheCompactedRevision() {
        long revision = client.keys()
                .put(PutRequest.of(Bytes.of("old"), Bytes.of("1")))
                .header()
                .revision();
        client.keys().put(PutRequest.of(Bytes.of("old"), Bytes.of("2")));
        client.keys().compact(revision + 1, true);

        assertThatThrownBy(() -> client.keys()
                        .range(RangeRequest.of(KeyRange.single(Bytes.of("old"))).withRevision(revision)))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("etcdserver: mvcc: required revision has been compacted")
                .hasMessageContaining("compacted up to " + (revision + 1));
    }

    private List<KeyValue> get(String key) {
        return client.keys()
                .range(RangeRequest.of(KeyRange.single(Bytes.of(key))))
                .keyValues();
    }
}
