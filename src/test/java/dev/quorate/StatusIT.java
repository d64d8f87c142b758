package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.EtcdServer;
import dev.quorate.testing.etcd.TestCertificates;
import dev.quorate.time.Patience;
import dev.quorate.time.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} on three members with mTLS, while they die. */
class StatusIT {

    private static final Patience PATIENCE = new Patience(Pause.real(), Duration.ofSeconds(15), Duration.ofMillis(100));

    @TempDir
    Path home;

    private EtcdCluster etcd;

    @BeforeEach
    void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).members(3).mutualTls().start();
    }

    @AfterEach
    void stop() {
        etcd.close();
    }

    @Test
    void showsMembersCertificatesAndTheVerdict() {
        Result result = status();

        assertThat(result.status()).isZero();
        assertThat(result.output().lines()).hasSize(4);
        assertThat(result.output().lines().filter(line -> line.contains(", leader, 3.5.")))
                .hasSize(1);
        assertThat(result.output().lines().filter(line -> line.contains(", follower, 3.5.")))
                .hasSize(2);
        assertThat(result.output().lines().limit(3)).allMatch(line -> line.matches(".*, \\d+ days"));
        assertThat(result.output()).endsWith("quorum: 3 of 3 voting members healthy, 2 needed; one more may fail\n");
        assertThat(result.error()).isEmpty();
    }

    @Test
    void tellsADeadMemberAndGoesOn() throws InterruptedException {
        etcd.server(2).kill();

        Result result = statusOnce("quorum: 2 of 3 voting members healthy, 2 needed; no more may fail");

        assertThat(result.status()).isZero();
        assertThat(result.output()).endsWith("next: look after etcd3 before anything else fails\n");
        assertThat(result.error()).hasSize(1).first().asString().startsWith("etcd3: ");
    }

    @Test
    void waitsForMembersThatAreSlow() throws InterruptedException {
        etcd.servers().forEach(EtcdServer::freeze);
        Thread.startVirtualThread(() -> thawAfter(Duration.ofMillis(2_500)));

        Result result = status();

        assertThat(result.error()).isEmpty();
        assertThat(result.output()).contains("quorum: 3 of 3 voting members healthy");
        assertThat(result.status()).isZero();
    }

    @Test
    void waitsForOneMemberThatIsSlowerThanTheOthers() throws InterruptedException {
        etcd.server(2).freeze();
        Thread.startVirtualThread(() -> thawAfter(Duration.ofMillis(1_500)));

        Result result = status();

        assertThat(result.error()).isEmpty();
        assertThat(result.output()).contains("quorum: 3 of 3 voting members healthy");
    }

    private void thawAfter(Duration delay) {
        try {
            Pause.real().of(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        etcd.servers().forEach(EtcdServer::thaw);
    }

    @Test
    void tellsFrozenMembersAndALostQuorumSoon() throws InterruptedException {
        etcd.server(0).freeze();
        etcd.server(1).freeze();
        statusOnce("NO QUORUM");
        long start = System.nanoTime();

        Result result = status();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("NO QUORUM: 0 of 3 voting members healthy, 2 needed; nothing can be written\n")
                .contains("next: bring back 1 of etcd1, etcd2;");
        assertThat(result.output().lines().filter(line -> line.contains(", unreachable, ")))
                .hasSize(2);
    }

    @Test
    void tellsWhenNobodyAnswers() {
        etcd.servers().forEach(EtcdServer::kill);

        Result result = status();

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("unknown: no endpoint answers, so the members are not known");
        assertThat(String.join("\n", result.error())).contains("connection refused");
    }

    /** The status once it tells {@code verdict}: an election takes its time. */
    private Result statusOnce(String verdict) throws InterruptedException {
        assertThat(PATIENCE.until(() -> status().output().contains(verdict))).isTrue();
        return status();
    }

    private Result status() {
        List<String> words = new ArrayList<>(List.of("status"));
        words.addAll(etcd.etcdctlFlags());
        return new Program(home).run(words.toArray(String[]::new));
    }

    @Test
    void connectsByFilesAndKeepsThemInAContext() {
        TestCertificates.Pair client = etcd.certificates().client();
        Program program = new Program(home);
        String endpoints = String.join(
                ",", etcd.servers().stream().map(EtcdServer::authority).toList());

        Result connected = program.run(
                "connect",
                endpoints,
                "--cacert=" + client.authority(),
                "--cert=" + client.certificate(),
                "--key=" + client.key(),
                "--save=prod");
        Result put = program.run("put", "a", "b");
        Result elsewhere = program.run("get", "a", "--endpoints", etcd.server(0).authority(), "--dial-timeout=1s");

        assertThat(connected.error()).isEmpty();
        assertThat(connected.output()).startsWith("prod, 3 of 3 healthy, etcd 3.5.");
        assertThat(put.output()).isEqualTo("OK\n");
        assertThat(elsewhere.status()).isNotZero();
        assertThat(elsewhere.output()).isEmpty();
    }
}
