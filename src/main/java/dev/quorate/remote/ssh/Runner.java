package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import dev.quorate.thread.Daemons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Runs commands on one connection, and ends on the host what is given up here. */
final class Runner {

    private static final Duration ENDING = Duration.ofSeconds(4);

    /** {@code $1} is the process group. The kill of dash knows no {@code --}. */
    private static final String END =
            "kill -TERM -$1; for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 -$1 || exit 0; sleep 0.1; done; kill -KILL -$1";

    private final Connection connection;

    Runner(Connection connection) {
        this.connection = connection;
    }

    Stop end() {
        return connection.end();
    }

    CommandResult run(ShellCommand command, Elevation elevation) throws InterruptedException {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int status = stream(command, elevation, new ByteArrayInputStream(command.input()), collecting(output, errors));
        return new CommandResult(connection.host(), command, status, output.toByteArray(), errors.toByteArray());
    }

    private static CommandOutput collecting(ByteArrayOutputStream output, ByteArrayOutputStream errors) {
        return new CommandOutput() {
            @Override
            public void output(byte[] bytes) {
                output.writeBytes(bytes);
            }

            @Override
            public void errors(byte[] bytes) {
                errors.writeBytes(bytes);
            }
        };
    }

    int stream(ShellCommand command, Elevation elevation, InputStream input, CommandOutput output)
            throws InterruptedException {
        RemoteProcess process = new RemoteProcess(connection, output);
        try {
            return process.run(elevation.line(command), elevation.input(input), command.limit());
        } catch (InterruptedException e) {
            finish(process, elevation);
            throw e;
        } catch (TimeoutException e) {
            finish(process, elevation);
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "'%s' did not end within %d s on %s and was ended"
                            .formatted(command, command.limit().toSeconds(), connection.host()));
        } catch (IOException e) {
            Interruptions.rethrow(e);
            throw new OperatorException(lost(command, e), e);
        }
    }

    private Failure lost(ShellCommand command, IOException e) {
        if (e instanceof NotBegunException) {
            return new Failure(
                    "the SSH connection to %s was lost before '%s': %s".formatted(end(), command, e.getMessage()),
                    "run it again",
                    ExitCode.BAD_CONNECTION);
        }
        return new Failure(
                "the SSH connection to %s was lost during '%s': %s".formatted(end(), command, e.getMessage()),
                "whether the command came to its end is not known: look, then run it again",
                ExitCode.BAD_CONNECTION);
    }

    /**
     * Ends the whole process group by another command, under the same rights: sshd may not signal what runs as root. On a thread
     * of its own, so that a second Ctrl-C does not keep it from happening.
     */
    private void finish(RemoteProcess process, Elevation elevation) throws InterruptedException {
        process.group().ifPresent(group -> {
            Thread ending = Daemons.start("ssh kill", () -> end(group, elevation));
            try {
                ending.join(ENDING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void end(long group, Elevation elevation) {
        ShellCommand kill = ShellCommand.changes("sh", "-c", END, "sh", group);
        RemoteProcess killing =
                new RemoteProcess(connection, collecting(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
        try {
            killing.run(elevation.line(kill), elevation.input(InputStream.nullInputStream()), ENDING);
        } catch (IOException | InterruptedException | TimeoutException _) {
            return;
        }
    }
}
