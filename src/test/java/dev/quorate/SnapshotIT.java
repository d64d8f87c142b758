package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.EtcdServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code snapshot …} on real members: what is saved, what etcd's own programs say of it, and clusters made from it. */
class SnapshotIT {

    @TempDir
    Path directory;

    private EtcdCluster etcd;

    @AfterEach
    void stop() {
        etcd.close();
    }

    @ParameterizedTest
    @CsvSource({EtcdBinaries.V3_4, EtcdBinaries.V3_5_OLD, EtcdBinaries.V3_5})
    void savesShowsAndRestoresOnEachVersion(String version) throws Exception {
        etcd = EtcdCluster.of(version).start();
        assertThat(run("put", "some/key", "a value").status()).isZero();
        assertThat(run("put", "some/other", "b").status()).isZero();
        Path file = directory.resolve("backup.db");

        Result saved = run("snapshot", "save", file.toString());

        assertThat(saved.error()).isEmpty();
        assertThat(saved.output()).isEqualTo("Snapshot saved at " + file + "\n");
        for (String format : List.of("simple", "json", "fields", "table")) {
            Result status = run("snapshot", "status", file.toString(), "-w", format);
            String theirs = etcdctl("snapshot", "status", file.toString(), "-w", format);
            assertThat(borderless(status.output())).isEqualTo(borderless(theirs));
        }
        assertThat(run("snapshot", "verify", file.toString()).output()).startsWith(file + " is whole: revision 3, ");
        String keys = run("get", "", "--prefix").output();
        etcd.close();
        etcd = EtcdCluster.of(version).before(cluster -> restore(cluster, file)).start();
        assertThat(run("get", "", "--prefix").output()).isEqualTo(keys).contains("a value");
    }

    @Test
    void restoresThreeMembersThatFormANewClusterWithRevisionsThatNeverGoBack() throws Exception {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).members(3).start();
        run("put", "some/key", "a value");
        Path file = directory.resolve("backup.db");
        Result saved = run("snapshot", "save", file.toString());
        assertThat(saved.error())
                .singleElement()
                .asString()
                .matches("saving a snapshot from etcd\\d \\(http://127.0.0.\\d:\\d+\\), a follower");
        etcd.close();

        etcd = EtcdCluster.of(EtcdBinaries.V3_5)
                .members(3)
                .before(cluster -> restore(cluster, file, "--bump-revision=1000", "--mark-compacted"))
                .start();

        assertThat(run("get", "some/key", "-w", "json").output())
                .contains("\"revision\":1002")
                .contains("\"count\":1");
        assertThat(run("get", "some/key", "--rev=1001").error().toString()).contains("has been compacted");
    }

    @Test
    void savesWhileMembersAreDeadAndEndsWhenTheLastDies() throws Exception {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).members(3).start();
        run("put", "some/key", "a value");
        Path file = directory.resolve("backup.db");
        etcd.server(0).kill();
        etcd.server(1).freeze();

        Result saved = run("snapshot", "save", file.toString());

        assertThat(saved.output()).isEqualTo("Snapshot saved at " + file + "\n");
        assertThat(saved.error()).anyMatch(line -> line.startsWith("passing over " + endpoint(0)));
        assertThat(saved.error()).anyMatch(line -> line.startsWith("passing over " + endpoint(1)));
        byte[] first = Files.readAllBytes(file);
        etcd.server(2).kill();
        Result again = run("snapshot", "save", file.toString(), "--dial-timeout=1s");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.output()).isEmpty();
        assertThat(file).hasBinaryContent(first);
        assertThat(files()).containsExactly("backup.db");
    }

    @Test
    void leavesNothingWhenItIsInterrupted() throws Exception {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).start();
        etcd.server(0).freeze();
        Path file = directory.resolve("backup.db");
        List<Result> results = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            results.add(run("snapshot", "save", file.toString(), "--dial-timeout=30s", "--keepalive-timeout=30s"));
        });
        Path part = directory.resolve("backup.db.part");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Files.exists(part) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(10));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(5);
            assertThat(result.output()).isEmpty();
        });
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesToRestoreOverDataAndFromADamagedFile() throws Exception {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).start();
        run("put", "some/key", "a value");
        String file = directory.resolve("backup.db").toString();
        run("snapshot", "save", file);
        Path data = Files.createDirectories(directory.resolve("data"));
        Path kept = Files.writeString(data.resolve("kept"), "content");
        byte[] bytes = Files.readAllBytes(Path.of(file));
        bytes[bytes.length / 2] ^= 1;
        String damaged = Files.write(directory.resolve("damaged.db"), bytes).toString();
        String fresh = directory.resolve("fresh").toString();

        Result over = run("snapshot", "restore", file, "--data-dir", data.toString());
        Result broken = run("snapshot", "restore", damaged, "--data-dir", fresh);
        Result wrong = run("snapshot", "restore", file, "--data-dir", fresh, "--name", "nobody");
        Result half = run("snapshot", "restore", file, "--data-dir", fresh, "--bump-revision", "5");
        Result dry = run("snapshot", "restore", file, "--data-dir", fresh, "--dry-run");

        assertThat(over.status()).isEqualTo(1);
        assertThat(over.error().getFirst())
                .isEqualTo("Error: data-dir \"" + data + "\" not empty or could not be read");
        assertThat(kept).hasContent("content");
        assertThat(broken.error().getFirst()).startsWith("Error: " + damaged + " was changed after it was saved");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.error().getFirst())
                .startsWith("Error: etcdutl 3.5.30: couldn't find local name \"nobody\" in the initial cluster");
        assertThat(half.status()).isEqualTo(128);
        assertThat(dry.status()).isZero();
        assertThat(dry.error().getFirst()).startsWith("would restore revision 2, ");
        assertThat(Path.of(fresh)).doesNotExist();
    }

    private void restore(EtcdCluster cluster, Path file, String... more) {
        String members = cluster.servers().stream()
                .map(server -> server.name() + "=" + server.peerUrl())
                .collect(Collectors.joining(","));
        for (EtcdServer server : cluster.servers()) {
            List<String> words = new ArrayList<>(List.of("snapshot", "restore", file.toString()));
            words.addAll(List.of("--data-dir", server.dataDirectory().toString(), "--name", server.name()));
            words.addAll(List.of("--initial-cluster", members, "--initial-advertise-peer-urls", server.peerUrl()));
            words.addAll(List.of(more));
            Result restored = program().run(words.toArray(String[]::new));
            assertThat(restored.error()).singleElement().asString().startsWith("restored revision ");
            assertThat(restored.status()).isZero();
        }
    }

    private Result run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(etcd.etcdctlFlags());
        return program().run(line.toArray(String[]::new));
    }

    private Program program() {
        return new Program(directory.resolve("home"));
    }

    private static String etcdctl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(EtcdBinaries.etcdctl(EtcdBinaries.V3_5).toString());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    /** Builds of etcdctl differ in the lines they draw around tables. */
    private static String borderless(String text) {
        return text.replaceAll("[-+|─│┌┬┐├┼┤└┴┘]", "");
    }

    private String endpoint(int index) {
        return etcd.endpoints().get(index).text();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("home"))
                    .sorted()
                    .toList();
        }
    }
}
