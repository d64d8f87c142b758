package dev.quorate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.Connections;
import dev.quorate.session.ContextStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check …} on a real member, with a short measurement. */
class CheckIT {

    @TempDir
    Path home;

    private EtcdCluster etcd;
    private Sessions sessions;
    private Connections connections;

    @BeforeEach
    void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).mutualTls().start();
        Map<String, String> environment = Map.of(
                "ETCDCTL_ENDPOINTS", etcd.endpoints().getFirst().text(),
                "ETCDCTL_CACERT", etcd.certificates().client().authority().toString(),
                "ETCDCTL_CERT", etcd.certificates().client().certificate().toString(),
                "ETCDCTL_KEY", etcd.certificates().client().key().toString());
        ContextStore contexts = new ContextStore(new QuorateHome(home));
        sessions = new Sessions(new SessionResolver(environment, contexts).forOneLine());
        connections = new Connections(sessions, new JetcdClients());
    }

    @AfterEach
    void stop() {
        connections.close();
        etcd.close();
    }

    @Test
    void measuresWritesAndTakesItsKeysAway() throws Exception {
        FakeInvocation line = line("check", "perf", "--auto-compact", "--auto-defrag");

        try {
            run(line, Duration.ofSeconds(2));
        } catch (OperatorException e) {
            assertThat(e).hasMessage("the cluster did not pass the check");
        }

        assertThat(line.written())
                .contains("Compacted with revision ")
                .contains("Defragmented \"" + etcd.endpoints().getFirst() + "\"\n")
                .containsPattern("Throughput (is|too low:) \\d+ writes/s\n")
                .containsPattern("Slowest request took .*\\d\\.\\d{6}s\n");
        assertThat(keys()).isZero();
    }

    @Test
    void tellsTheMemoryThatKeysTake() throws Exception {
        FakeInvocation line = line("check", "datascale", "--load=small", "--prefix=scale/");

        run(line, Duration.ZERO);

        assertThat(line.written())
                .startsWith("Start data scale check for work load [10000 key-value pairs, 1024 bytes per key-value,"
                        + " 50 concurrent clients].\nPASS: Approximate system memory used : ")
                .endsWith(" MB.\n");
        assertThat(keys()).isZero();
    }

    @Test
    void takesItsKeysAwayWhenItIsInterrupted() throws Exception {
        FakeInvocation line = line("check", "perf", "--prefix=perf/");
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                run(line, Duration.ofSeconds(60));
            } catch (Exception e) {
                thrown.add(e);
            }
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (keys() < 50 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(10));

        assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(keys()).isZero();
    }

    @Test
    void refusesAPrefixThatHasKeysAndAnUnknownLoad() {
        connections.client().keys().put(PutRequest.of(Bytes.of("mine/key"), Bytes.of("kept")));

        assertThatThrownBy(() -> run(line("check", "perf", "--prefix=mine/"), Duration.ofSeconds(2)))
                .isInstanceOfSatisfying(OperatorException.class, e -> {
                    assertThat(e).hasMessage("prefix \"mine/\" has keys");
                    assertThat(e.failure().exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
                });
        assertThatThrownBy(() -> run(line("check", "perf", "--load=huge"), Duration.ofSeconds(2)))
                .isInstanceOfSatisfying(OperatorException.class, e -> {
                    assertThat(e).hasMessage("unknown load option huge");
                    assertThat(e.failure().exitCode()).isEqualTo(ExitCode.BAD_FEATURE);
                });
        assertThat(keys()).isEqualTo(1);
    }

    private FakeInvocation line(String... words) {
        return new FakeInvocation(Lines.bind(commands(Duration.ZERO), words), OutputFormat.SIMPLE);
    }

    private void run(FakeInvocation line, Duration duration) throws Exception {
        String words = line.command().words();
        commands(duration).commands().stream()
                .filter(spec -> spec.words().equals(words))
                .findFirst()
                .orElseThrow()
                .handler()
                .run(line);
    }

    private CheckCommands commands(Duration duration) {
        return new CheckCommands(new PatientClient(sessions, connections), duration);
    }

    private long keys() {
        return connections
                .client()
                .keys()
                .range(RangeRequest.of(KeyRange.all()))
                .count();
    }
}
