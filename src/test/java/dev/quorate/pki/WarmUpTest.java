package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {

    @TempDir
    Path folder;

    @Test
    void leavesNothingBehindOfWhatItStored() {
        new WarmUp(Clock.systemUTC(), folder).run();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void worksWhereNothingCanBeStored() {
        Path missing = folder.resolve("missing");

        new WarmUp(Clock.systemUTC(), missing).run();

        assertThat(missing).doesNotExist();
    }

    @Test
    void endsQuietlyWhereItMayNotGoOn() {
        Thread.currentThread().interrupt();

        new WarmUp(Clock.systemUTC(), folder).run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }
}
