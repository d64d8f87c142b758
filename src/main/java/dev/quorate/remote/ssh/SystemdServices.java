package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ServiceStatus.Running;
import dev.quorate.remote.Services;
import dev.quorate.remote.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * systemd's units. Starting does not wait for a unit of {@code Type=notify} to be ready: a member of etcd is only when
 * there is a quorum.
 */
final class SystemdServices implements Services {

    private static final Duration LONGEST_STOP = Duration.ofMinutes(3);

    /** Prints what systemd knows, then how the main process stands and for how many seconds, and the time. */
    private static final String LOOK = """
            shown=$(systemctl show -p LoadState,ActiveState,SubState,MainPID -- "$1") || exit
            echo "$shown"
            pid=$(echo "$shown" | sed -n 's/^MainPID=//p')
            [ "${pid:-0}" = 0 ] || ps -o stat=,etimes= -p "$pid" | while read -r stat age; do echo "Stat=$stat"; echo "Age=$age"; done
            echo "Now=$(date +%s)"
            """;

    /** Queues the start and waits until there is a process, or the start has failed. */
    private static final String START = """
            systemctl start --no-block -- "$1" || exit
            for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
                case $(systemctl show -p ActiveState --value -- "$1") in
                active) exit 0 ;;
                failed) break ;;
                esac
                [ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] || exit 0
                sleep 0.1
            done
            systemctl status --no-pager --lines=5 --full -- "$1" >&2
            exit 1
            """;

    /** Queues the restart and waits until there is another process, or the start has failed. */
    private static final String RESTART = """
            old=$(systemctl show -p MainPID --value -- "$1")
            systemctl restart --no-block -- "$1" || exit
            while sleep 0.1; do
                pid=$(systemctl show -p MainPID --value -- "$1")
                [ "$pid" = 0 ] || [ "$pid" = "$old" ] || exit 0
                [ "$(systemctl show -p ActiveState --value -- "$1")" != failed ] || break
            done
            systemctl status --no-pager --lines=5 --full -- "$1" >&2
            exit 1
            """;

    private final SshHost host;

    SystemdServices(SshHost host) {
        this.host = host;
    }

    @Override
    public ServiceStatus status(String service) throws InterruptedException {
        Map<String, String> facts = host.run(ShellCommand.reads("sh", "-c", LOOK, "sh", service))
                .orThrow()
                .text()
                .lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> second));
        return status(facts);
    }

    private static ServiceStatus status(Map<String, String> facts) {
        if (facts.containsKey("Age")) {
            Instant since = Instant.ofEpochSecond(Long.parseLong(facts.get("Now"))
                    - Long.parseLong(facts.get("Age").strip()));
            Running process = new Running(Long.parseLong(facts.get("MainPID")), since);
            return facts.getOrDefault("Stat", "").startsWith("T")
                    ? ServiceStatus.paused(process)
                    : ServiceStatus.running(process);
        }
        boolean ended = facts.getOrDefault("ActiveState", "").equals("failed")
                || facts.getOrDefault("SubState", "").equals("auto-restart");
        return ended ? ServiceStatus.dead() : ServiceStatus.stopped();
    }

    @Override
    public void start(String service) throws InterruptedException {
        succeeded("start", service, host.run(ShellCommand.changes("sh", "-c", START, "sh", service)));
    }

    @Override
    public void stop(String service) throws InterruptedException {
        ShellCommand stop =
                ShellCommand.changes("systemctl", "stop", "--", service).within(LONGEST_STOP);
        CommandResult result = host.run(stop);
        if (!result.errorText().contains("not loaded")) {
            succeeded("stop", service, result);
        }
    }

    @Override
    public void restart(String service) throws InterruptedException {
        ShellCommand restart =
                ShellCommand.changes("sh", "-c", RESTART, "sh", service).within(LONGEST_STOP);
        succeeded("restart", service, host.run(restart));
    }

    @Override
    public void kill(String service) throws InterruptedException {
        signal("kill", "KILL", service);
    }

    @Override
    public void pause(String service) throws InterruptedException {
        signal("pause", "STOP", service);
    }

    @Override
    public void resume(String service) throws InterruptedException {
        signal("resume", "CONT", service);
    }

    private void signal(String verb, String signal, String service) throws InterruptedException {
        succeeded(
                verb,
                service,
                host.run(ShellCommand.changes("systemctl", "kill", "--signal=" + signal, "--", service)));
    }

    @Override
    public List<String> logTail(String service, int lines) throws InterruptedException {
        return host.run(ShellCommand.reads(
                        "journalctl", "--no-pager", "--quiet", "-o", "cat", "-n", lines, "-u", service))
                .orThrow()
                .text()
                .lines()
                .toList();
    }

    private void succeeded(String verb, String service, CommandResult result) {
        if (!result.succeeded()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "cannot %s %s on %s: %s"
                            .formatted(
                                    verb,
                                    service,
                                    host.name(),
                                    result.errorText().strip()),
                    "look at its journal: host logs --hosts %s --unit %s".formatted(host.name(), service));
        }
    }
}
