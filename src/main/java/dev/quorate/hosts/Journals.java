package dev.quorate.hosts;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandOutput;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The journals of several hosts as one, in the order of time. */
final class Journals {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final SshHosts connections;
    private final Invocation line;
    private final List<SshSettings> hosts;

    /**
     * Which entries are wanted.
     *
     * @param since as journalctl takes it, or a span such as {@code 10m}
     */
    record Request(String unit, int lines, Optional<String> since, boolean follow) {

        ShellCommand command() {
            List<Object> words = new ArrayList<>(List.of(
                    "TZ=UTC", "LC_ALL=C", "journalctl", "--no-pager", "-q", "-o", "short-iso-precise", "-u", unit));
            since.ifPresentOrElse(
                    begin -> words.addAll(List.of("--since", begin.matches("\\d+(s|m|h|d)") ? "-" + begin : begin)),
                    () -> words.addAll(List.of("-n", lines)));
            if (follow) {
                words.add("-f");
            }
            return ShellCommand.reads("env", words.toArray());
        }
    }

    Journals(SshHosts connections, Invocation line, List<SshSettings> hosts) {
        this.connections = connections;
        this.line = line;
        this.hosts = hosts;
    }

    void show(Request request, int width) throws InterruptedException {
        List<Answer<List<LogEntry>>> answers = Answer.ofAll(hosts, width, host -> entries(host, request.command()));
        List<LogEntry> all = Answer.values(answers).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(LogEntry::time))
                .toList();
        line.print(new LogsView(all, nameWidth()));
        Answer.requireAll(answers, line::note);
    }

    private List<LogEntry> entries(SshSettings host, ShellCommand command) throws InterruptedException {
        CommandResult result = connections.host(host).run(command).orThrow();
        requireRight(host, result.errorText());
        return LogEntry.all(host.name(), result.text().lines().toList());
    }

    /** journalctl shows a user without the right nothing, and says so only among its remarks. */
    private static void requireRight(SshSettings host, String remarks) {
        if (remarks.contains("No journal files were opened due to insufficient permissions")) {
            throw OperatorException.of(
                    ExitCode.ERROR, "the journal of %s is not for this user".formatted(host.name()), "add --sudo");
        }
    }

    /** Until interrupted, or until no host is left. */
    void follow(Request request, int width) throws InterruptedException {
        ShellCommand command = request.command().within(LONGEST);
        Merging merging = new Merging(entries -> line.print(new LogsView(entries, nameWidth())));
        int all = Math.max(width, hosts.size());
        List<Answer<Integer>> answers =
                merging.during(() -> Answer.ofAll(hosts, all, host -> followed(host, command, merging)));
        Answer.requireAll(answers, line::note);
    }

    /** A host that is lost is told of at once, since the others go on. */
    private int followed(SshSettings host, ShellCommand command, Merging merging) throws InterruptedException {
        try {
            return connections.host(host).stream(command, new Taking(host.name(), merging));
        } catch (OperatorException e) {
            line.note("%s is no longer followed: %s"
                    .formatted(host.name(), e.failure().what()));
            throw e;
        }
    }

    private int nameWidth() {
        return hosts.stream().mapToInt(host -> host.name().length()).max().orElse(0);
    }

    /** Cuts what comes into lines. */
    private static final class Taking implements CommandOutput {
        private final String host;
        private final Merging merging;
        private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

        Taking(String host, Merging merging) {
            this.host = host;
            this.merging = merging;
        }

        @Override
        public void output(byte[] bytes) {
            rest.writeBytes(bytes);
            byte[] all = rest.toByteArray();
            int end = all.length;
            while (end > 0 && all[end - 1] != '\n') {
                end--;
            }
            merging.add(LogEntry.all(
                    host,
                    new String(Arrays.copyOf(all, end), StandardCharsets.UTF_8)
                            .lines()
                            .toList()));
            rest.reset();
            rest.write(all, end, all.length - end);
        }

        @Override
        public void errors(byte[] bytes) {}
    }
}
