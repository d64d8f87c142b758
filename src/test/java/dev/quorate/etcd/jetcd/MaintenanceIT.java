package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Maintenance;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.Membership;
import dev.quorate.etcd.PutRequest;
import dev.quorate.failure.OperatorException;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What changes members and their databases. */
final class MaintenanceIT {

    private static EtcdCluster etcd;
    private static EtcdClient client;

    @BeforeAll
    static void start() {
        // else etcd refuses to change the membership in a cluster's first five seconds
        etcd = EtcdCluster.of(EtcdBinaries.V3_5)
                .members(3)
                .mutualTls()
                .with("--strict-reconfig-check=false")
                .start();
        client = new JetcdClients().connect(etcd.settings());
        client.keys().put(PutRequest.of(Bytes.of("some"), Bytes.wrap(new byte[1_000_000])));
    }

    @AfterAll
    static void stop() {
        client.close();
        etcd.close();
    }

    @Test
    void addsUpdatesAndRemovesALearner() {
        Membership membership = client.membership();

        Membership.Added added = membership.add(List.of("http://127.0.0.1:1"), true);
        long id = added.member().id();
        assertThat(added.member().learner()).isTrue();
        assertThat(added.members()).hasSize(4);
        assertThatThrownBy(() -> membership.add(List.of("http://127.0.0.1:1"), true))
                .hasMessageMatching("etcdserver: (Peer URLs already exists|member ID already exist)");
        assertThatThrownBy(() -> membership.promote(id))
                .hasMessage("etcdserver: can only promote a learner member which is in sync with leader");
        List<Member> updated =
                membership.update(id, List.of("http://127.0.0.1:2")).members();
        assertThat(updated).anySatisfy(member -> assertThat(member.peerUrls()).containsExactly("http://127.0.0.1:2"));
        assertThat(membership.remove(id).members()).hasSize(3);
        assertThatThrownBy(() -> membership.remove(id)).hasMessage("etcdserver: member not found");
    }

    @Test
    void movesTheLeader() {
        Endpoint leader = endpoint(true);
        Endpoint follower = endpoint(false);
        long target = client.maintenance().status(follower).header().memberId();

        assertThatThrownBy(() -> client.maintenance().moveLeader(follower, target))
                .hasMessage("etcdserver: not leader");
        client.maintenance().moveLeader(leader, target);

        assertThat(client.maintenance().status(follower).leader()).isEqualTo(target);
    }

    @Test
    void defragments() {
        assertThat(client.maintenance().defragment(endpoint(false))).isNotNull();
    }

    @Test
    void streamsASnapshotWithItsChecksum() throws Exception {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        List<Long> remaining = new ArrayList<>();

        long size = client.maintenance().snapshot(endpoint(false), (part, left) -> {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            saved.writeBytes(bytes);
            remaining.add(left);
        });

        byte[] snapshot = saved.toByteArray();
        int end = snapshot.length - 32;
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(snapshot, end));
        assertThat(size).isEqualTo(snapshot.length);
        assertThat(size % 512).isEqualTo(32);
        assertThat(Arrays.copyOfRange(snapshot, end, snapshot.length)).isEqualTo(digest);
        assertThat(remaining).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void endsTheSnapshotWhenItCannotBeKept() {
        assertThatThrownBy(() -> client.maintenance().snapshot(endpoint(false), (part, left) -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void validatesADowngrade() {
        assertThat(client.maintenance()
                        .downgrade(Maintenance.DowngradeAction.VALIDATE, "3.4")
                        .version())
                .startsWith("3.5");
        assertThatThrownBy(() -> client.maintenance().downgrade(Maintenance.DowngradeAction.VALIDATE, "3.1"))
                .isInstanceOf(OperatorException.class)
                .hasMessage("etcdserver: invalid downgrade target version");
    }

    private static Endpoint endpoint(boolean leading) {
        return etcd.endpoints().stream()
                .filter(endpoint -> {
                    var status = client.maintenance().status(endpoint);
                    return (status.leader() == status.header().memberId()) == leading;
                })
                .findFirst()
                .orElseThrow();
    }
}
