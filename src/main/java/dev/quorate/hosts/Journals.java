package dev.quorate.hosts;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

        static final String FOLLOWED = "followed";

        ShellCommand command() {
            return journalctl("short-iso-precise", wanted());
        }

        /**
         * Follows the journal, and says {@link #FOLLOWED} among its remarks as it begins.
         *
         * @param after where the last entry that came stands; those wanted at first where empty
         */
        ShellCommand command(Optional<String> after) {
            List<Object> wanted = after.<List<Object>>map(cursor -> List.of("--after-cursor", cursor, "--no-tail"))
                    .orElseGet(this::wanted);
            ShellCommand plain = journalctl(
                    "export", Stream.concat(wanted.stream(), Stream.of("-f")).toList());
            return ShellCommand.reads(
                            "sh",
                            Stream.concat(
                                            Stream.of("-c", "echo " + FOLLOWED + " >&2; exec \"$@\"", "sh"),
                                            plain.words().stream())
                                    .toArray())
                    .within(LONGEST);
        }

        private List<Object> wanted() {
            return since.<List<Object>>map(
                            begin -> List.of("--since", begin.matches("\\d+(s|m|h|d)") ? "-" + begin : begin))
                    .orElseGet(() -> List.of("-n", lines));
        }

        private ShellCommand journalctl(String form, List<Object> wanted) {
            List<Object> words = new ArrayList<>(
                    List.of("TZ=UTC", "LC_ALL=C", "journalctl", "--no-pager", "-q", "-o", form, "-u", unit));
            words.addAll(wanted);
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
        requireRight(host.name(), result.errorText());
        return LogEntry.all(host.name(), result.text().lines().toList());
    }

    /** journalctl shows a user without the right nothing, and says so only among its remarks. */
    static void requireRight(String host, String remarks) {
        if (remarks.contains("No journal files were opened due to insufficient permissions")) {
            throw OperatorException.of(
                    ExitCode.ERROR, "the journal of %s is not for this user".formatted(host), "add --sudo");
        }
    }

    /** Until interrupted, or until no host is left. */
    void follow(Request request, int width) throws InterruptedException {
        Merging merging = new Merging(entries -> line.print(new LogsView(entries, nameWidth())));
        int all = Math.max(width, hosts.size());
        List<Answer<Integer>> answers = merging.during(() -> Answer.ofAll(
                hosts, all, host -> new Following(connections.host(host), request, merging, line::note).run()));
        Answer.requireAll(answers, line::note);
    }

    private int nameWidth() {
        return hosts.stream().mapToInt(host -> host.name().length()).max().orElse(0);
    }
}
