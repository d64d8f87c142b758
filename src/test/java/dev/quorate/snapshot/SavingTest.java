package dev.quorate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.Maintenance;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import dev.quorate.session.ContextStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.testing.FakeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {

    @TempDir
    Path directory;

    private final List<String> notes = new ArrayList<>();
    private final FakeCluster cluster = new FakeCluster("m1", "m2", "m3")
            .member(1, "etcd1", "m1")
            .member(2, "etcd2", "m2")
            .member(3, "etcd3", "m3");
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("backup.db");
    }

    @Test
    void takesTheFollowerThatIsFurthest() throws Exception {
        cluster.answering("m1", 1, 1, 100)
                .answering("m2", 2, 1, 98)
                .answering("m3", 3, 1, 99)
                .snapshot("m3", SavingTest::whole);

        Saved saved = save();

        assertThat(saved.endpoint().text()).isEqualTo("m3");
        assertThat(notes).containsExactly("saving a snapshot from etcd3 (m3), a follower");
        assertThat(Files.readAllBytes(file)).isEqualTo(TinyDatabase.snapshot());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("backup.db");
    }

    @Test
    void takesTheLeaderRatherThanAMemberThatLagsOrHasAnAlarm() throws Exception {
        cluster.answering("m1", 1, 1, 90_000)
                .answering("m2", 2, 1, 10)
                .answering("m3", 3, 1, 90_000)
                .alarmed(3, Alarm.Type.CORRUPT)
                .snapshot("m1", SavingTest::whole);

        save();

        assertThat(notes).containsExactly("saving a snapshot from etcd1 (m1), the leader");
    }

    @Test
    void passesOverADeadMemberAndSaysSo() throws Exception {
        cluster.answering("m1", 1, 1, 100).answering("m3", 3, 1, 100).snapshot("m3", SavingTest::whole);

        save();

        assertThat(notes)
                .containsExactly(
                        "passing over m2: nothing listens at m2", "saving a snapshot from etcd3 (m3), a follower");
    }

    @Test
    void waitsForMembersThatAreSlowWhereNobodyElseAnswers() throws Exception {
        cluster.answering("m2", 2, 1, 100)
                .slow("m2", Duration.ofMillis(2_300))
                .blackHole("m3")
                .snapshot("m2", SavingTest::whole);

        save();

        assertThat(notes)
                .contains("passing over m3: no answer from m3 within 2.0 s")
                .endsWith("saving a snapshot from m2, a follower");
    }

    @Test
    void takesTheNextWhenTheConnectionBreaks() throws Exception {
        cluster.answering("m1", 1, 1, 100)
                .answering("m3", 3, 1, 100)
                .snapshot("m3", SavingTest::broken)
                .snapshot("m1", SavingTest::whole);

        save();

        assertThat(notes).endsWith("m3 failed: the connection broke", "saving a snapshot from etcd1 (m1), the leader");
        assertThat(Files.readAllBytes(file)).isEqualTo(TinyDatabase.snapshot());
    }

    @Test
    void failsWithTheReasonWhereNobodyAnswers() {
        assertThatThrownBy(this::save).hasMessage("nothing listens at m1");
        assertThat(names()).isEmpty();
    }

    @Test
    void leavesNothingAndKeepsTheOldFileWhenTheLastMemberBreaks() throws Exception {
        Files.writeString(file, "the old one");
        cluster.answering("m1", 1, 1, 100).snapshot("m1", SavingTest::broken);

        assertThatThrownBy(this::save).hasMessage("the connection broke");

        assertThat(names()).containsExactly("backup.db");
        assertThat(file).hasContent("the old one");
    }

    @Test
    void refusesWhatIsNotWhole() throws Exception {
        Files.writeString(file, "the old one");
        byte[] half = new byte[4128];
        cluster.answering("m1", 1, 1, 100)
                .snapshot("m1", sink -> sink.accept(ByteBuffer.wrap(TinyDatabase.snapshot(), 0, 2048), 0));
        assertThatThrownBy(this::save)
                .hasMessage("what came is no whole snapshot: 2048 bytes without a SHA-256 at their end");

        cluster.snapshot("m1", sink -> sink.accept(ByteBuffer.wrap(half), 0));
        assertThatThrownBy(this::save)
                .hasMessage("what came was changed on the way: its SHA-256 is not the one etcd sent");

        cluster.snapshot("m1", sink -> sink.accept(ByteBuffer.wrap(TinyDatabase.garbage()), 0));
        assertThatThrownBy(this::save).hasMessage("what came is no etcd database");

        assertThat(names()).containsExactly("backup.db");
        assertThat(file).hasContent("the old one");
    }

    @Test
    void tellsWhatTheFileSystemSays() {
        cluster.answering("m1", 1, 1, 100).snapshot("m1", sink -> {
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(this::save)
                .hasMessage("cannot write " + file + ".part: No space left on device")
                .satisfies(thrown -> assertThat(
                                ((OperatorException) thrown).failure().exitCode())
                        .isEqualTo(ExitCode.IO));
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesADirectoryAndOneThatIsNotThere() {
        cluster.answering("m1", 1, 1, 100).snapshot("m1", SavingTest::whole);

        assertThatThrownBy(() -> save(directory)).hasMessage(directory + " is a directory");
        Path nowhere = directory.resolve("none").resolve("backup.db");
        assertThatThrownBy(() -> save(nowhere)).hasMessageContaining("there is no " + nowhere + ".part");
    }

    @Test
    void throwsAwayALeftoverPartButNotOneThatIsBeingWritten() throws Exception {
        Files.writeString(directory.resolve("backup.db.part"), "leftover");
        cluster.answering("m1", 1, 1, 100).snapshot("m1", sink -> {
            assertThatThrownBy(() -> PartFile.beside(file)).hasMessageContaining("by another snapshot save");
            whole(sink);
        });

        save();

        assertThat(names()).containsExactly("backup.db");
        assertThat(Files.readAllBytes(file)).isEqualTo(TinyDatabase.snapshot());
    }

    private static void whole(Maintenance.SnapshotSink sink) throws IOException {
        sink.accept(ByteBuffer.wrap(TinyDatabase.snapshot()).asReadOnlyBuffer(), 0);
    }

    private static void broken(Maintenance.SnapshotSink sink) throws IOException {
        sink.accept(ByteBuffer.wrap(new byte[1000]), 5000);
        throw OperatorException.of(ExitCode.BAD_CONNECTION, "the connection broke");
    }

    private Saved save() throws InterruptedException {
        return save(file);
    }

    private Saved save(Path where) throws InterruptedException {
        QuorateHome home = new QuorateHome(directory.resolve("home"));
        Sessions sessions = new Sessions(new SessionResolver(Map.of(), new ContextStore(home)).forOneLine());
        return new Saving(sessions, new Connections(sessions, settings -> cluster)).save(where, notes::add);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(found -> found.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
