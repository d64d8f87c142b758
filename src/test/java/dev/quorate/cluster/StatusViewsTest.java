package dev.quorate.cluster;

import dev.quorate.etcd.Endpoint;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.Look;
import dev.quorate.health.MemberState;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.ViewGolden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusViewsTest {

    private static final String A = "https://10.0.0.1:2379";
    private static final String B = "https://10.0.0.2:2379";
    private static final String C = "https://10.0.0.3:2379";

    @Test
    void showsAHealthyCluster() throws Exception {
        check("healthy", three().answering(A, 1, 2, 98).answering(B, 2, 2, 100).answering(C, 3, 2, 100));
    }

    @Test
    void showsADeadMemberAndAnAlarm() throws Exception {
        check(
                "wounded",
                three().answering(A, 1, 1, 100, "memberID:1 alarm:NOSPACE ")
                        .answering(B, 2, 1, 100, "memberID:1 alarm:NOSPACE "));
    }

    @Test
    void showsThatTheQuorumIsLost() throws Exception {
        check("lost", three().answering(A, 1, 0, 100));
    }

    @Test
    void showsEndpointsWhenNoneAnswers() throws Exception {
        check("silent", three());
    }

    private static FakeCluster three() {
        return new FakeCluster(A, B).member(1, "etcd1", A).member(2, "etcd2", B).member(3, "etcd3", C);
    }

    private static void check(String name, FakeCluster cluster) throws InterruptedException {
        StatusReport report = switch (ClusterProbe.look(cluster, Duration.ofSeconds(2))) {
            case Look.Nothing nothing -> new SilentReport(Optional.of("prod"), nothing.replies());
            case ClusterState state ->
                new MembersReport(
                        Optional.of("prod"), atOneSpeed(state), Map.of(new Endpoint(A), 89L, new Endpoint(B), -1L));
        };
        ViewGolden.of(StatusViewsTest.class).check(name, report.view());
    }

    private static ClusterState atOneSpeed(ClusterState state) {
        List<MemberState> members = state.members().stream()
                .map(seen -> new MemberState(
                        seen.member(), seen.endpoint(), seen.status(), seen.failure(), Duration.ofNanos(1_234_567)))
                .toList();
        return new ClusterState(state.clusterId(), members, state.decides());
    }
}
