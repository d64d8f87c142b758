package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.testing.FakeCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void saysHowManyMoreMayFail() throws Exception {
        Verdict verdict = verdict(
                cluster(3).answering("m1", 1, 1, 9).answering("m2", 2, 1, 9).answering("m3", 3, 1, 9));

        assertThat(verdict)
                .isEqualTo(new Verdict("quorum: 3 of 3 voting members healthy, 2 needed; one more may fail", ""));
    }

    @Test
    void saysThatASingleMemberHasNoRoom() throws Exception {
        Verdict verdict = verdict(cluster(1).answering("m1", 1, 1, 9));

        assertThat(verdict)
                .isEqualTo(new Verdict("quorum: 1 of 1 voting member healthy, 1 needed; no more may fail", ""));
    }

    @Test
    void namesTheMemberToLookAfter() throws Exception {
        Verdict verdict = verdict(cluster(3).answering("m1", 1, 1, 9).answering("m2", 2, 1, 9));

        assertThat(verdict)
                .isEqualTo(new Verdict(
                        "quorum: 2 of 3 voting members healthy, 2 needed; no more may fail",
                        "look after etcd3 before anything else fails"));
    }

    @Test
    void saysWhatItTakesToComeBack() throws Exception {
        Verdict verdict = verdict(cluster(5).answering("m1", 1, 0, 9).answering("m2", 2, 0, 9));

        assertThat(verdict.text())
                .isEqualTo("NO QUORUM: 0 of 5 voting members healthy, 3 needed; nothing can be written");
        assertThat(verdict.next())
                .isEqualTo("bring back 1 of etcd3, etcd4, etcd5;"
                        + " members lost for good cannot be removed now, as that needs a quorum too");
    }

    @Test
    void looksAtTheNetworkWhenEnoughMembersRunWithoutALeader() throws Exception {
        Verdict verdict = verdict(cluster(3).answering("m1", 1, 0, 9).answering("m2", 2, 0, 9));

        assertThat(verdict.next())
                .isEqualTo("etcd1, etcd2 run without a leader:"
                        + " wait for an election, then check the network between them");
    }

    @Test
    void putsAlarmsBeforeAbsentMembers() throws Exception {
        Verdict verdict = verdict(
                cluster(3).answering("m1", 1, 1, 9, "memberID:1 alarm:NOSPACE ").answering("m2", 2, 1, 9));

        assertThat(verdict.next())
                .isEqualTo("NOSPACE is raised and writes are refused: compact, then defrag, then alarm disarm");
    }

    private static FakeCluster cluster(int members) {
        FakeCluster cluster = new FakeCluster("m1");
        for (int i = 1; i <= members; i++) {
            cluster.member(i, "etcd" + i, "m" + i);
        }
        return cluster;
    }

    private static Verdict verdict(FakeCluster cluster) throws InterruptedException {
        return Verdict.of((ClusterState) ClusterProbe.look(cluster, Duration.ofSeconds(2)));
    }
}
