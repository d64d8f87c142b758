package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import java.io.IOException;

/** Finds out, once a connection, how its user becomes root. */
final class Elevator {

    private final Secrets secrets;

    Elevator(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @throws OperatorException if root is wanted and cannot be had */
    Elevation elevation(Runner runner, Sudo sudo) throws InterruptedException {
        if (sudo == Sudo.NONE) {
            return new Elevation.None();
        }
        String found = probe(runner);
        return switch (found) {
            case "root" -> new Elevation.None();
            case "free" -> new Elevation.Free();
            case "asks" -> withPassword(runner, sudo);
            default ->
                throw OperatorException.of(
                        ExitCode.ERROR,
                        "%s is not root and there is no sudo".formatted(runner.end()),
                        "install sudo there, or log in as root: --ssh-user root");
        };
    }

    private static String probe(Runner runner) throws InterruptedException {
        ShellCommand probe =
                ShellCommand.reads("sh", Elevation.PROBE.subList(1, 3).toArray());
        return runner.run(probe, new Elevation.None()).orThrow().text().strip();
    }

    private Elevation withPassword(Runner runner, Sudo sudo) throws InterruptedException {
        Stop end = runner.end();
        if (sudo == Sudo.PASSWORDLESS || !secrets.person()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "sudo wants a password of " + end,
                    "run this at a terminal, or let %s use sudo with NOPASSWD".formatted(end.user()));
        }
        Elevation.Password[] found = new Elevation.Password[1];
        if (!opened(runner, found)) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "sudo refuses the password of " + end,
                    "try it there: ssh -t %s sudo true".formatted(end.login()));
        }
        return found[0];
    }

    private boolean opened(Runner runner, Elevation.Password[] found) throws InterruptedException {
        Stop end = runner.end();
        try {
            return secrets.open("sudo " + end.user(), "Password for sudo of " + end + ": ", password -> {
                found[0] = new Elevation.Password(password);
                return right(runner.run(ShellCommand.reads("true"), found[0]), end);
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who may not use sudo at all is not asked for the password again. */
    private static boolean right(CommandResult result, Stop end) {
        if (result.errorText().contains("not in the sudoers file")
                || result.errorText().contains("not allowed")) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "%s may not use sudo: %s".formatted(end, result.errorText().strip()),
                    "have the user added to the group sudo, or log in as another: --ssh-user");
        }
        return result.succeeded();
    }
}
