package dev.quorate.shell;

import dev.quorate.audit.AuditLog;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.Surface;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Types lines for itself while the operator types theirs, in memory, unheard and off the record: by the time they press Enter
 * the JVM has compiled what such lines need. Ends where a line fails, as all do once it is interrupted.
 */
public final class LineWarmUp implements Runnable {

    /** Linux's file system in memory: nothing in it ever reaches a disk. */
    public static final Path MEMORY = Path.of("/dev/shm");

    /** More makes hardly a difference. */
    private static final int ROUNDS = 40;

    /** On a slow machine, the operator's line is not to compete with this for long. */
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private static final int USUAL_WIDTH = 80;

    private static final Streams UNHEARD = new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            text -> {},
            Surface.terminal(USUAL_WIDTH),
            new Nobody());

    private final Function<AuditLog, LineExecutor> executors;
    private final Function<Path, List<SourceLine>> lines;
    private final Path memory;

    /**
     * @param executors makes one that keeps account there
     * @param lines to type, which work in a folder that is new each time and write nowhere else
     * @param memory a folder that costs no disk; without it nothing is done
     */
    public LineWarmUp(Function<AuditLog, LineExecutor> executors, Function<Path, List<SourceLine>> lines, Path memory) {
        this.executors = executors;
        this.lines = lines;
        this.memory = memory;
    }

    @Override
    public void run() {
        if (!Files.isWritable(memory)) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory(memory, "quorate-");
            try (AuditLog log = new AuditLog(folder.resolve("audit"))) {
                repeat(executors.apply(log), folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            // Nobody waits for it; the operator's line takes a little longer.
            return;
        }
    }

    private void repeat(LineExecutor executor, Path folder) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
            Path place = Files.createDirectory(folder.resolve("round"));
            boolean succeeded = lines.apply(place).stream()
                    .allMatch(line -> executor.execute(line, UNHEARD).succeeded());
            if (!succeeded) {
                return;
            }
            delete(place);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    /** Who is there to be asked. */
    private static final class Nobody implements Questions {

        @Override
        public boolean person() {
            return false;
        }

        @Override
        public String readLine(String prompt) {
            throw OperatorException.of(ExitCode.INVALID_INPUT, "nobody is there to be asked");
        }

        @Override
        public char[] readSecret(String prompt) {
            throw OperatorException.of(ExitCode.INVALID_INPUT, "nobody is there to be asked");
        }
    }
}
