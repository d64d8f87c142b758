package dev.quorate.remote.local;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command. Its output goes through files, which needs no threads to drain pipes and stands any amount.
 */
record LocalCommand(String host, ShellCommand command) {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    CommandResult run() throws InterruptedException {
        try {
            Path output = Files.createTempFile("quorate-", ".out");
            Path errors = Files.createTempFile("quorate-", ".err");
            try {
                int status = run(output.toFile(), errors.toFile());
                return new CommandResult(host, command, status, Files.readAllBytes(output), Files.readAllBytes(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw cannotRun(e);
        }
    }

    private OperatorException cannotRun(IOException e) {
        return new OperatorException(
                Failure.of(ExitCode.IO, "cannot run '%s' on %s: %s".formatted(command, host, e.getMessage())), e);
    }

    /** Both streams as one: the order they were written in is worth more than which was which. */
    int stream(CommandOutput sink) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .start();
            Thread passing = Thread.ofVirtual().start(() -> pass(process, sink));
            return await(process, () -> passing.join(LAST_WORDS));
        } catch (IOException e) {
            throw cannotRun(e);
        }
    }

    private static void pass(Process process, CommandOutput sink) {
        byte[] piece = new byte[8192];
        try (InputStream output = process.getInputStream()) {
            for (int length = output.read(piece); length >= 0; length = output.read(piece)) {
                sink.output(Arrays.copyOf(piece, length));
            }
        } catch (IOException _) {
            return;
        }
    }

    private int run(File output, File errors) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.words())
                .redirectOutput(output)
                .redirectError(errors)
                .start();
        return await(process, () -> {});
    }

    /** What is left to do when the process has ended by itself, before its streams are closed. */
    @FunctionalInterface
    private interface Ending {
        void finish() throws InterruptedException;
    }

    private int await(Process process, Ending ending) throws InterruptedException {
        try {
            feed(process);
            if (process.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                ending.finish();
                return process.exitValue();
            }
        } finally {
            process.destroyForcibly();
        }
        throw OperatorException.of(
                ExitCode.ERROR,
                "'%s' did not end within %d s on %s"
                        .formatted(command, command.limit().toSeconds(), host));
    }

    /** A command may end, or close its input, before it has read all of it: its status tells whether that matters. */
    private void feed(Process process) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(command.input());
        } catch (IOException _) {
            return;
        }
    }
}
