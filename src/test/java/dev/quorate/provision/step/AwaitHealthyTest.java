package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeHost;
import dev.quorate.time.Patience;
import dev.quorate.time.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwaitHealthyTest {

    private static final long NONE = 0;

    private final FakeHost first = new FakeHost("etcd1").withService("etcd", State.RUNNING);
    private final FakeHost second = new FakeHost("etcd2").withService("etcd", State.RUNNING);

    @Test
    void isDoneOnceAllKnowTheSameLeader() throws Exception {
        assertThat(awaiting(ledBy(2), _ -> {}).inspect()).isEqualTo(StepState.done());
    }

    @Test
    void goesOnAsSoonAsALeaderIsElected() throws Exception {
        FakeCluster cluster = ledBy(NONE);

        awaiting(cluster, _ -> elect(cluster, 1)).apply();

        assertThat(awaiting(cluster, _ -> {}).inspect()).isEqualTo(StepState.done());
    }

    @Test
    void tellsWhatAMemberSaidThatEndsMeanwhile() {
        second.withLog("panic: tocommit(7) is out of range");

        assertThatThrownBy(awaiting(ledBy(NONE), _ -> second.withService("etcd", State.DEAD))::apply)
                .hasMessage("etcd2 has ended: panic: tocommit(7) is out of range");
    }

    @Test
    void givesUpWhenNobodyIsElected() {
        assertThatThrownBy(awaiting(ledBy(NONE), _ -> {})::apply)
                .hasMessageStartingWith("not healthy within 60 s: no leader that all members know, says http://e1");
    }

    @Test
    void waitsForNobodyWhoIsStillToBeStarted() throws Exception {
        second.withService("etcd", State.STOPPED);

        assertThat(awaiting(ledBy(NONE), _ -> {}).inspect()).isEqualTo(StepState.unknownUntil("start member"));
    }

    private static FakeCluster ledBy(long leader) {
        FakeCluster cluster = new FakeCluster("http://e1", "http://e2");
        elect(cluster, leader);
        return cluster;
    }

    private static void elect(FakeCluster cluster, long leader) {
        cluster.answering("http://e1", 1, leader, 4).answering("http://e2", 2, leader, 4);
    }

    private AwaitHealthy awaiting(FakeCluster cluster, Pause pause) {
        EtcdSettings settings = new EtcdSettings(
                cluster.endpoints(),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
        Patience patience = new Patience(pause, Duration.ofSeconds(60), Duration.ofMillis(200));
        return new AwaitHealthy("prod", List.of(node(first), node(second)), _ -> cluster, settings, patience);
    }

    private static Node node(FakeHost host) {
        return new Node(
                host.name(),
                host,
                "etcd",
                new Node.Program(Path.of("/usr/bin/etcd"), new EtcdVersion(3, 5, 30)),
                new Node.Configuration(
                        ConfigurationForm.YAML_FILE,
                        Path.of("/etc/etcd/etcd.yaml"),
                        NodeSettings.NONE.with(Setting.NAME, host.name())),
                Optional.empty(),
                false);
    }
}
