package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.output.Surface;
import dev.quorate.shell.LineExecutor;
import dev.quorate.shell.LineWarmUp;
import dev.quorate.shell.SourceLine;
import dev.quorate.shell.StreamQuestions;
import dev.quorate.shell.Streams;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LineWarmUpTest {

    @TempDir
    private Path home;

    @TempDir
    private Path memory;

    private final List<String> faults = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private Streams streams;
    private Beans beans;

    @BeforeEach
    void wire() {
        var nothing = new ByteArrayInputStream(new byte[0]);
        streams = new Streams(
                nothing,
                OutputStream.nullOutputStream(),
                faults::add,
                Surface.PIPE,
                new StreamQuestions(nothing, false));
        beans = QuorateWiring.wire(new Launch(List.of(), Map.of("QUORATE_HOME", home.toString()), streams, false));
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void theLinesItTypesDoWhatTheyShould() throws Exception {
        for (SourceLine line : UsualLines.ofPki(memory)) {
            assertThat(beans.get(LineExecutor.class).execute(line, streams).succeeded())
                    .as("%s: %s", line, faults)
                    .isTrue();
        }

        try (var files = Files.list(memory.resolve("pki"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("ca.crt", "etcd1-server.crt", "etcd3-peer.key", "client.crt");
        }
    }

    @Test
    void leavesNeitherFilesNorAnEntryInTheAuditLog() {
        warmUp(memory).run();

        assertThat(folders).hasSizeGreaterThan(1);
        assertThat(memory).isEmptyDirectory();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void doesNothingWhereNothingCanBeStored() {
        Path missing = memory.resolve("missing");

        warmUp(missing).run();

        assertThat(folders).isEmpty();
        assertThat(missing).doesNotExist();
    }

    @Test
    void endsQuietlyWhereItMayNotGoOn() {
        Thread.currentThread().interrupt();

        warmUp(memory).run();

        Thread.interrupted();
        assertThat(folders).hasSizeLessThanOrEqualTo(1);
        assertThat(memory).isEmptyDirectory();
    }

    private LineWarmUp warmUp(Path place) {
        return new LineWarmUp(log -> QuorateWiring.executor(beans, log), this::lines, place);
    }

    private List<SourceLine> lines(Path folder) {
        folders.add(folder);
        return UsualLines.ofPki(folder);
    }
}
