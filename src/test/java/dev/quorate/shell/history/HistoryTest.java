package dev.quorate.shell.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Session;
import dev.quorate.session.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final EtcdSettings ETCD = new EtcdSettings(
            List.of(new Endpoint("127.0.0.1:2379")),
            EtcdSettings.Tls.NONE,
            Optional.empty(),
            EtcdSettings.Timeouts.DEFAULT,
            EtcdSettings.KeepAlive.DEFAULT);

    @TempDir
    private Path directory;

    private final Sessions sessions = new Sessions(session(Optional.empty()));

    @Test
    void keepsLinesInOrderForTheirOwnerAlone() throws Exception {
        History history = history();

        history.add("get a");
        history.add("put k 'one\ntwo' \\x");

        assertThat(history.entries())
                .containsExactly(new HistoryEntry(NOW, "get a"), new HistoryEntry(NOW, "put k 'one\ntwo' \\x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(history.path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void eachClusterHasItsOwn() {
        History history = history();

        history.add("get a");
        sessions.change(session(Optional.of("prod")));
        history.add("get b");

        assertThat(history.entries()).extracting(HistoryEntry::line).containsExactly("get b");
        assertThat(history.path()).isEqualTo(directory.resolve("home/clusters/prod/history"));
    }

    @Test
    void doesNotKeepARepetition() {
        History history = history();

        history.add("get a");
        history.add("get a");
        history.add("get b");
        history.add("get a");

        assertThat(history.entries()).extracting(HistoryEntry::line).containsExactly("get a", "get b", "get a");
    }

    @Test
    void noSecretReachesTheFile() throws Exception {
        History history = history();

        history.add("get a --user root:hunter2");

        assertThat(Files.readString(history.path())).doesNotContain("hunter2").contains("--user root:***");
    }

    @Test
    void cutsAFileThatHasGrownTooLong() throws Exception {
        History history = history();
        List<String> lines = IntStream.range(0, 7000)
                .mapToObj(number -> new HistoryEntry(NOW, "get " + number).format())
                .toList();
        Files.createDirectories(history.path().getParent());
        Files.write(history.path(), lines);

        List<HistoryEntry> entries = history.entries();

        assertThat(entries).hasSize(5000).last().extracting(HistoryEntry::line).isEqualTo("get 6999");
        assertThat(Files.readAllLines(history.path())).hasSize(5000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void survivesAFileThatIsNone() throws Exception {
        History history = history();
        Files.createDirectories(history.path().getParent());
        Files.write(history.path(), new byte[] {'x', (byte) 0xff, '\n', '-', ' ', 'y', '\n'});

        history.add("get a");

        assertThat(history.entries()).extracting(HistoryEntry::line).containsExactly("get a");
    }

    private History history() {
        return new History(new QuorateHome(directory.resolve("home")), sessions, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Session session(Optional<String> cluster) {
        return new Session(cluster, ETCD, Session.Options.DEFAULT);
    }
}
