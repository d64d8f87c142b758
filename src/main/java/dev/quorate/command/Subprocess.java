package dev.quorate.command;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program named on a line, run for the operator. It has no input; what it writes goes where the line writes. Closing
 * waits for the rest of its output, and ends it if it still runs.
 */
public final class Subprocess implements AutoCloseable {

    private static final long GRACE_SECONDS = 1;

    private final Process process;
    private final Thread output;

    private Subprocess(Process process, OutputStream to) {
        this.process = process;
        output = Thread.ofVirtual().name("output").start(() -> copy(process, to));
    }

    /**
     * @param words the program and its arguments
     * @param variables that it gets besides this program's own
     * @throws OperatorException if it cannot be started
     */
    public static Subprocess start(List<String> words, Map<String, String> variables, OutputStream output) {
        var builder = new ProcessBuilder(words)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(variables);
        try {
            return new Subprocess(builder.start(), output);
        } catch (IOException e) {
            throw new OperatorException(failure(words, String.valueOf(e.getMessage())), e);
        }
    }

    /** What to say of a program that failed. */
    public static Failure failure(List<String> words, String why) {
        return Failure.of(ExitCode.ERROR, "command \"" + String.join(" ", words) + "\" failed: " + why);
    }

    /** Waits for its end and answers its exit status. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    private static void copy(Process process, OutputStream to) {
        try (InputStream from = process.getInputStream()) {
            byte[] buffer = new byte[1 << 13];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                to.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                end();
            } else {
                output.join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
