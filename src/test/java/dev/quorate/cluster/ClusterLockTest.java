package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLockTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void refusesASecondConsoleAndTellsWhoIsTheFirst() throws Exception {
        ClusterHome home = new ClusterHome(directory.resolve("prod"));

        ClusterLock.during(
                home,
                "cluster up",
                NOON,
                () -> assertThatThrownBy(() -> ClusterLock.during(home, "cluster down", NOON, () -> {
                            throw new AssertionError("both change the cluster");
                        }))
                        .isInstanceOf(OperatorException.class)
                        .hasMessage(
                                "another console is changing prod: cluster up of %s, process %d, since 2026-11-20T12:00:00Z"
                                        .formatted(
                                                System.getProperty("user.name"),
                                                ProcessHandle.current().pid())));
    }

    @Test
    void whatAKilledConsoleLeftBlocksNobody() throws Exception {
        ClusterHome home = new ClusterHome(Files.createDirectories(directory.resolve("prod")));
        Files.writeString(home.lock(), "cluster up of alice, process 1, since 2026-11-20T11:00:00Z\n");
        StringBuilder done = new StringBuilder();

        ClusterLock.during(home, "cluster up", NOON, () -> done.append("work"));

        assertThat(done).hasToString("work");
        assertThat(home.lock()).isEmptyFile();
    }
}
