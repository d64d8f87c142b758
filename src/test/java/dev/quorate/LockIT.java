package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.EtcdServer;
import dev.quorate.time.Patience;
import dev.quorate.time.Pause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks and elections among ours and those of etcdctl, on a cluster that loses members. */
class LockIT {

    private static final Patience PATIENCE = new Patience(Pause.real(), Duration.ofSeconds(20), Duration.ofMillis(50));

    @TempDir
    private Path home;

    private EtcdCluster etcd;
    private EtcdClient client;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).members(3).start();
        client = new JetcdClients().connect(etcd.settings());
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        client.close();
        etcd.close();
    }

    @Test
    void waitsForALockOfEtcdctl() throws Exception {
        Process theirs = etcdctl("lock", "x");
        awaitQueue("x", 1);

        Run ours = run("lock", "x", "echo", "mine");
        awaitQueue("x", 2);
        boolean early = ours.done();
        theirs.toHandle().destroy();

        assertThat(early).isFalse();
        assertThat(ours.result()).isEqualTo(new Result(0, "mine\n", List.of()));
        assertThat(queue("x")).isEmpty();
    }

    @Test
    void makesEtcdctlWaitUntilInterrupted() throws Exception {
        Run ours = run("lock", "x");
        awaitQueue("x", 1);
        Process theirs = etcdctl("lock", "x", "echo", "theirs");
        awaitQueue("x", 2);
        boolean early = !theirs.isAlive();

        ours.interrupt();

        assertThat(early).isFalse();
        assertThat(ours.result().status()).isZero();
        assertThat(ours.result().output()).startsWith("x/");
        assertThat(new String(theirs.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("theirs\n");
    }

    @Test
    void leavesNoLeaseBehind() throws Exception {
        Result result = run("lock", "x", "true").result();

        assertThat(result.status()).isZero();
        assertThat(client.leases().list().ids()).isEmpty();
    }

    @Test
    void passesTheStatusOfTheCommandOn() throws Exception {
        Result result = run("lock", "x", "--", "sh", "-c", "exit 7").result();

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.error()).containsExactly("Error: command \"sh -c exit 7\" failed: exit status 7");
    }

    @Test
    void givesTheLockUpBeforeWhatTheCommandLeftRunning() throws Exception {
        Path running = Files.createFile(home.resolve("running"));
        Run ours = run(
                "lock",
                "x",
                "--",
                "sh",
                "-c",
                "while [ -e \"$1\" ]; do sleep 0.1; done & sleep 1; echo done",
                "sh",
                running.toString());

        awaitQueue("x", 1);
        awaitQueue("x", 0);
        boolean done = ours.done();
        Files.delete(running);

        assertThat(done).isFalse();
        assertThat(ours.result().output()).isEqualTo("done\n");
    }

    @Test
    void endsTheCommandAndGivesTheLockUpWhenInterrupted() throws Exception {
        Run ours = run("lock", "x", "--", "sleep", "100");
        awaitQueue("x", 1);
        Thread.sleep(300);

        ours.interrupt();

        assertThat(ours.result().status()).isEqualTo(5);
        assertThat(queue("x")).isEmpty();
    }

    @Test
    void leavesTheQueueWhenInterrupted() throws Exception {
        etcdctl("lock", "x");
        awaitQueue("x", 1);
        Run ours = run("lock", "x", "echo", "mine");
        awaitQueue("x", 2);

        ours.interrupt();

        assertThat(ours.result().status()).isEqualTo(5);
        assertThat(ours.result().output()).isEmpty();
        assertThat(queue("x")).hasSize(1);
    }

    @Test
    void holdsALockThoughMembersDie() throws Exception {
        Run ours = run("lock", "x", "--ttl", "4");
        awaitQueue("x", 1);

        for (int i = 0; i < 3; i++) {
            EtcdServer server = etcd.server(i);
            server.kill();
            Thread.sleep(3000);
            server.start();
            server.awaitHealthy();
        }

        assertThat(ours.done()).isFalse();
        assertThat(queue("x")).hasSize(1);
        ours.interrupt();
        assertThat(ours.result().status()).isZero();
        assertThat(queue("x")).isEmpty();
    }

    @Test
    void getsItsTurnThoughMembersDie() throws Exception {
        Process theirs = etcdctl("lock", "x");
        awaitQueue("x", 1);
        Run ours = run("lock", "x", "echo", "mine");
        awaitQueue("x", 2);

        etcd.server(0).kill();
        Thread.sleep(2000);
        theirs.toHandle().destroy();

        assertThat(ours.result().output()).isEqualTo("mine\n");
    }

    @Test
    void saysThatTheSessionIsLost() throws Exception {
        Run holder = run("lock", "x", "--ttl", "3");
        awaitQueue("x", 1);
        Run waiter = run("lock", "x", "--ttl", "3");
        awaitQueue("x", 2);

        List<KeyValue> queue = queue("x");
        client.leases().revoke(queue.getLast().lease());
        Result waited = waiter.result();
        client.leases().revoke(queue.getFirst().lease());

        assertThat(waited.status()).isEqualTo(1);
        assertThat(waited.error().getFirst()).startsWith("Error: session expired");
        assertThat(holder.result().status()).isEqualTo(1);
    }

    @Test
    void observesAnElectionOfEtcdctl() throws Exception {
        Run observer = run("elect", "e", "-l");
        Process first = etcdctl("elect", "e", "one");
        awaitQueue("e", 1);
        Run second = run("elect", "e", "two");
        awaitQueue("e", 2);
        first.toHandle().destroy();
        awaitQueue("e", 1);

        awaitLines(observer, 4);
        awaitLines(second, 2);
        observer.interrupt();
        second.interrupt();

        assertThat(observer.result().output().lines()).hasSize(4).contains("one", "two");
        assertThat(second.result().output()).endsWith("\ntwo\n");
    }

    private static void awaitLines(Run run, long lines) throws InterruptedException {
        assertThat(PATIENCE.until(() -> run.lines() == lines))
                .as(lines + " lines of output")
                .isTrue();
    }

    private void awaitQueue(String name, int length) throws InterruptedException {
        assertThat(PATIENCE.until(() -> queue(name).size() == length))
                .as(length + " in the queue of " + name)
                .isTrue();
    }

    /** In the order they came. */
    private List<KeyValue> queue(String name) {
        return client.keys().range(RangeRequest.of(KeyRange.prefix(Bytes.of(name + "/")))).keyValues().stream()
                .sorted(Comparator.comparingLong(KeyValue::createRevision))
                .toList();
    }

    private Process etcdctl(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(EtcdBinaries.etcdctl(EtcdBinaries.V3_5).toString());
        command.addAll(etcd.etcdctlFlags());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    private Run run(String... words) {
        var output = new ByteArrayOutputStream();
        Program program = new Program(home)
                .with("ETCDCTL_ENDPOINTS", etcd.etcdctlFlags().getFirst().substring("--endpoints=".length()))
                .writing(output);
        var task = new FutureTask<>(() -> program.run(words));
        return new Run(task, output, Thread.ofPlatform().daemon().start(task));
    }

    /** This program while it runs. */
    private record Run(FutureTask<Result> task, ByteArrayOutputStream output, Thread thread) {

        long lines() {
            return output.toString(StandardCharsets.UTF_8).lines().count();
        }

        boolean done() {
            return task.isDone();
        }

        void interrupt() {
            thread.interrupt();
        }

        Result result() throws Exception {
            return task.get(30, TimeUnit.SECONDS);
        }
    }
}
