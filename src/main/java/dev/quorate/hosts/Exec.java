package dev.quorate.hosts;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.output.OutputFormat;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.Host;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs what an operator typed, on one host with its output as it comes, on several at once with equal output together. */
final class Exec {

    private final SshHosts connections;
    private final Invocation line;

    Exec(SshHosts connections, Invocation line) {
        this.connections = connections;
        this.line = line;
    }

    void run(HostCommandLine command, List<SshSettings> hosts, int width) throws InterruptedException {
        if (!command.onlyLooks() && !confirmed(command, hosts)) {
            return;
        }
        if (hosts.size() == 1 && line.format() == OutputFormat.SIMPLE) {
            stream(command, connections.host(hosts.getFirst()));
        } else {
            runOnAll(command, hosts, width);
        }
    }

    /** What it would do is all that can be shown beforehand: the line, and where it runs. */
    private boolean confirmed(HostCommandLine command, List<SshSettings> hosts) {
        String names = hosts.stream().map(SshSettings::name).collect(Collectors.joining(", "));
        String consequence = "'%s' will run on %s".formatted(command, names);
        if (line.dryRun()) {
            line.note(consequence);
            return false;
        }
        new Confirmation(line).of(new Risk.Disruption(consequence));
        return true;
    }

    private void stream(HostCommandLine command, Host host) throws InterruptedException {
        int status = host.stream(command.command(), new ToLine(line, line.output()));
        if (status != 0) {
            throw OperatorException.passingOn(
                    status, "'%s' ended with status %d on %s".formatted(command, status, host.name()));
        }
    }

    /** Standard output goes on as it comes; standard error is talk and goes line by line. */
    private record ToLine(Invocation line, OutputStream target) implements CommandOutput {

        @Override
        public void output(byte[] bytes) {
            try {
                target.write(bytes);
                target.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void errors(byte[] bytes) {
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(line::note);
        }
    }

    private void runOnAll(HostCommandLine command, List<SshSettings> hosts, int width) throws InterruptedException {
        List<Answer<CommandResult>> answers =
                Answer.ofAll(hosts, width, host -> connections.host(host).run(command.command()));
        List<CommandResult> results = Answer.values(answers);
        line.print(new ExecView(results));
        results.forEach(this::noteErrors);
        Answer.requireAll(
                answers.stream().map(answer -> judged(command, answer)).toList(), line::note);
    }

    private void noteErrors(CommandResult result) {
        if (line.format() != OutputFormat.JSON) {
            result.errorText().lines().forEach(text -> line.note(result.host() + ": " + text));
        }
    }

    /** A command that ended badly counts as a host that failed. */
    private static Answer<CommandResult> judged(HostCommandLine command, Answer<CommandResult> answer) {
        return answer.value()
                .filter(result -> !result.succeeded())
                .map(result -> new Answer<CommandResult>(
                        answer.host(),
                        Optional.empty(),
                        Optional.of(Failure.of(
                                ExitCode.ERROR,
                                "'%s' ended with status %d on %s".formatted(command, result.status(), answer.host())))))
                .orElse(answer);
    }
}
