package dev.quorate.remote.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.time.Patience;
import dev.quorate.time.Pause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTest {

    private static final String NAME = "sleeper";

    @TempDir
    private Path directory;

    private Path processFile;
    private Supervisor supervisor;

    @BeforeEach
    void defineTheService() {
        processFile = directory.resolve("process");
        supervisor = supervising("sh", "-c", "echo begun; while :; do sleep 0.1; done");
    }

    @AfterEach
    void endTheService() throws Exception {
        supervisor.kill(NAME);
    }

    @Test
    void whatWasNeverStartedIsStopped() {
        assertThat(supervisor.status(NAME)).isEqualTo(ServiceStatus.stopped());
    }

    @Test
    void startsAProcessInASessionOfItsOwn() throws Exception {
        supervisor.start(NAME);

        long pid = pid();
        String session = Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ")[5];
        assertThat(supervisor.status(NAME).state()).isEqualTo(State.RUNNING);
        assertThat(session).isEqualTo(Long.toString(pid));
    }

    @Test
    void anotherSupervisorFindsItAgain() throws Exception {
        supervisor.start(NAME);

        Supervisor later = supervising("anything");

        assertThat(later.status(NAME)).isEqualTo(supervisor.status(NAME));
    }

    @Test
    void startingWhatRunsChangesNothing() throws Exception {
        supervisor.start(NAME);
        long pid = pid();

        supervisor.start(NAME);

        assertThat(pid()).isEqualTo(pid);
    }

    @Test
    void stopsAndForgets() throws Exception {
        supervisor.start(NAME);
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();

        supervisor.stop(NAME);

        // what has ended may wait to be reaped for an instant, which counts as alive to Java
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(supervisor.status(NAME)).isEqualTo(ServiceStatus.stopped());
    }

    @Test
    void whatWasKilledIsDeadAndCanBeStartedAgain() throws Exception {
        supervisor.start(NAME);

        supervisor.kill(NAME);
        State afterKill = supervisor.status(NAME).state();
        supervisor.start(NAME);

        assertThat(afterKill).isEqualTo(State.DEAD);
        assertThat(supervisor.status(NAME).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void pausesResumesAndStopsWhatIsPaused() throws Exception {
        supervisor.start(NAME);

        supervisor.pause(NAME);
        assertThat(supervisor.status(NAME).state()).isEqualTo(State.PAUSED);
        supervisor.resume(NAME);
        assertThat(supervisor.status(NAME).state()).isEqualTo(State.RUNNING);
        supervisor.pause(NAME);
        supervisor.stop(NAME);
        assertThat(supervisor.status(NAME).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aRecycledProcessIdIsNotMistaken() throws Exception {
        supervisor.start(NAME);
        ProcessMark mark = ProcessMark.read(processFile).orElseThrow();
        Path other = directory.resolve("other");
        Files.writeString(other, "%d %d %s%n".formatted(mark.pid(), mark.startTicks() - 1, mark.boot()));
        Supervisor later = new Supervisor(
                Map.of(NAME, new LocalService(List.of("true"), directory.resolve("log"), other)), Pause.real());

        assertThat(later.status(NAME)).isEqualTo(ServiceStatus.dead());
        later.kill(NAME);
        assertThat(supervisor.status(NAME).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void keepsWhatItLogs() throws Exception {
        supervisor.start(NAME);
        awaitLog("begun");
        supervisor.kill(NAME);
        supervisor.start(NAME);

        awaitLog("begun", "begun");
        assertThat(supervisor.logTail(NAME, 1)).containsExactly("begun");
    }

    private void awaitLog(String... lines) throws InterruptedException {
        patience().until(() -> supervisor.logTail(NAME, 10).size() >= lines.length);
        assertThat(supervisor.logTail(NAME, 10)).containsExactly(lines);
    }

    @Test
    void aProgramThatEndsAtOnceIsDead() throws Exception {
        Supervisor failing = supervising("sh", "-c", "echo no such flag; exit 1");

        failing.start(NAME);
        patience().until(() -> failing.status(NAME).state() == State.DEAD);

        assertThat(failing.status(NAME)).isEqualTo(ServiceStatus.dead());
        assertThat(failing.logTail(NAME, 5)).containsExactly("no such flag");
    }

    private static Patience patience() {
        return new Patience(Pause.real(), Duration.ofSeconds(10), Duration.ofMillis(20));
    }

    private long pid() {
        return supervisor.status(NAME).process().orElseThrow().pid();
    }

    private Supervisor supervising(String... command) {
        LocalService service = new LocalService(List.of(command), directory.resolve("log"), processFile);
        return new Supervisor(Map.of(NAME, service), Pause.real());
    }
}
