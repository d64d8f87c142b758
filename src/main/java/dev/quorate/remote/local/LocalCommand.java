package dev.quorate.remote.local;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command. Its output goes through files, which needs no threads to drain pipes and stands any amount.
 */
record LocalCommand(String host, ShellCommand command) {

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
            throw new OperatorException(
                    Failure.of(ExitCode.IO, "cannot run '%s' on %s: %s".formatted(command, host, e.getMessage())), e);
        }
    }

    private int run(File output, File errors) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.words())
                .redirectOutput(output)
                .redirectError(errors)
                .start();
        try {
            feed(process);
            if (process.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS)) {
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
