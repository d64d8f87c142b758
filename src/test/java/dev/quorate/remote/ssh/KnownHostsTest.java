package dev.quorate.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsTest {

    private static final HostKey KEY = key("ssh-ed25519", "one");
    private static final HostKey OTHER = key("ssh-ed25519", "two");
    private static final HostKey RSA = key("ssh-rsa", "three");

    @TempDir
    private Path folder;

    @Test
    void knowsAHostByNamePatternAndPort() throws Exception {
        KnownHosts known = known(
                "etcd1,10.0.0.1 " + KEY.text() + " a comment",
                "*.example.com,!bad.example.com " + KEY.text(),
                "[etcd2]:2222 " + KEY.text());

        assertThat(List.of("etcd1", "ETCD1", "10.0.0.1", "a.example.com", "[etcd2]:2222"))
                .allSatisfy(place -> assertThat(known.judge(place, KEY)).isEqualTo(new KnownHosts.Verdict.Known()));
        assertThat(List.of("etcd", "bad.example.com", "etcd2", "[etcd2]:22"))
                .allSatisfy(place -> assertThat(known.judge(place, KEY)).isEqualTo(new KnownHosts.Verdict.Unknown()));
    }

    @Test
    void remembersHostsThatAreMetAtTheSameTimeThoughThereIsNoFileYet() throws Exception {
        Path file = folder.resolve("new/known_hosts");
        int hosts = 16;
        CountDownLatch start = new CountDownLatch(hosts);
        try (ExecutorService meeting = Executors.newFixedThreadPool(hosts)) {
            List<Future<Void>> met = new ArrayList<>();
            for (int number = 0; number < hosts; number++) {
                String place = "etcd" + number;
                met.add(meeting.submit(() -> {
                    start.countDown();
                    start.await();
                    new KnownHosts(List.of(file)).add(place, KEY);
                    return null;
                }));
            }
            for (Future<Void> each : met) {
                each.get();
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(hosts).doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatDiffersIsChangedAndTheLineOfItsTypeIsNamed() throws Exception {
        KnownHosts known = known("# hosts", "", "etcd1 " + RSA.text(), "etcd1 " + OTHER.text());

        assertThat(known.judge("etcd1", KEY)).isEqualTo(new KnownHosts.Verdict.Changed(folder.resolve("known"), 4));
    }

    @Test
    void aServerCannotEscapeItsKnownKeyByShowingOneOfAnotherType() throws Exception {
        KnownHosts known = known("etcd1 " + RSA.text());

        assertThat(known.judge("etcd1", KEY)).isEqualTo(new KnownHosts.Verdict.Changed(folder.resolve("known"), 1));
        assertThat(known.algorithms("etcd1")).containsExactly("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa");
    }

    @Test
    void aRevokedKeyIsRefusedThoughItIsAlsoTrusted() throws Exception {
        KnownHosts known =
                known("etcd1 " + KEY.text(), "@revoked * " + KEY.text(), "@cert-authority * " + OTHER.text());

        assertThat(known.judge("etcd1", KEY)).isEqualTo(new KnownHosts.Verdict.Revoked(folder.resolve("known"), 2));
        assertThat(known.judge("etcd9", OTHER)).isEqualTo(new KnownHosts.Verdict.Unknown());
    }

    @Test
    void aKeyIsAddedOnALineOfItsOwn() throws Exception {
        Path file = folder.resolve("known");
        Files.writeString(file, "etcd1 " + KEY.text());
        KnownHosts known = new KnownHosts(List.of(file));

        known.add("[etcd2]:2222", OTHER);

        assertThat(Files.readAllLines(file)).containsExactly("etcd1 " + KEY.text(), "[etcd2]:2222 " + OTHER.text());
        assertThat(known.judge("[etcd2]:2222", OTHER)).isEqualTo(new KnownHosts.Verdict.Known());
    }

    @Test
    void linesThatAreNoEntriesAreNoObstacle() throws Exception {
        KnownHosts known =
                known("etcd1 ssh-ed25519 not!base64", "|1|bad| ssh-ed25519 AAAA", "etcd1", "etcd1 " + KEY.text());

        assertThat(known.judge("etcd1", KEY)).isEqualTo(new KnownHosts.Verdict.Known());
    }

    private KnownHosts known(String... lines) throws Exception {
        return new KnownHosts(List.of(Files.write(folder.resolve("known"), List.of(lines)), folder.resolve("none")));
    }

    private static HostKey key(String type, String blob) {
        return new HostKey(type, blob.getBytes(StandardCharsets.UTF_8));
    }
}
