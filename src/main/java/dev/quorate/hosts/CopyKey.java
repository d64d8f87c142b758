package dev.quorate.hosts;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Lets a key in on every host, once: a second time changes nothing. The server itself says whether it does now. */
final class CopyKey {

    /** The key comes by standard input; one that is there with options or another comment is there. A last line without an end gets one first. */
    private static final String ADD = """
            umask 077; read -r type key comment || exit 1
            file=~/.ssh/authorized_keys
            mkdir -p ~/.ssh && chmod 700 ~/.ssh && touch $file && chmod 600 $file || exit
            if grep -v '^ *#' $file | grep -qF -e "$type $key"; then echo there; exit; fi
            [ -z "$(tail -c 1 $file)" ] || echo >>$file || exit
            printf '%s\\n' "$type $key${comment:+ $comment}" >>$file && echo added
            """;

    private final SshHosts connections;
    private final Invocation line;

    CopyKey(SshHosts connections, Invocation line) {
        this.connections = connections;
        this.line = line;
    }

    void to(List<SshSettings> hosts, PublicKey key, int width) throws InterruptedException {
        String names = hosts.stream().map(SshSettings::name).collect(Collectors.joining(", "));
        String consequence = "%s will let its owner in on %s".formatted(key.file(), names);
        if (line.dryRun()) {
            line.note(consequence);
            return;
        }
        new Confirmation(line).of(new Risk.Disruption(consequence));
        List<Answer<Copied>> answers = Answer.ofAll(hosts, width, host -> copied(host, key));
        line.print(new CopiedView(Answer.values(answers)));
        Answer.requireAll(answers, line::note);
    }

    private Copied copied(SshSettings host, PublicKey key) throws InterruptedException {
        byte[] input = (key.text() + "\n").getBytes(StandardCharsets.UTF_8);
        CommandResult result =
                connections.host(host).run(ShellCommand.changes("sh", "-c", ADD).withInput(input));
        if (!result.succeeded()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "cannot write ~/.ssh/authorized_keys on %s: %s"
                            .formatted(host.name(), result.errorText().strip()),
                    "see there whose it is and whether there is room: ls -ld ~ ~/.ssh ~/.ssh/*; df ~");
        }
        if (!connections.letsIn(host, key.text())) {
            throw new Unwelcome(connections.host(host)).failure();
        }
        return new Copied(host.name(), result.text().strip().equals("added"));
    }

    /** Whether the key had to be added to a host. */
    private record Copied(String host, boolean added) {
        String state() {
            return added ? "added" : "there already";
        }
    }

    private record CopiedView(List<Copied> hosts) implements View {

        @Override
        public Tree tree() {
            return Tree.array(hosts.stream()
                    .map(each -> Tree.fields()
                            .put("host", each.host())
                            .put("added", each.added())
                            .build())
                    .toList());
        }

        @Override
        public Table table() {
            return Table.leftAligned(
                    List.of("host", "key"),
                    hosts.stream()
                            .map(each -> List.of(each.host(), each.state()))
                            .toList());
        }

        @Override
        public boolean tabular() {
            return true;
        }

        @Override
        public void lines(LineSink out) {
            hosts.forEach(each -> out.line(each.host() + ", " + each.state()));
        }

        @Override
        public void fields(LineSink out) {
            hosts.forEach(each -> {
                out.line("\"Host\" : " + GoText.quote(each.host()));
                out.line("\"Key\" : " + GoText.quote(each.state()));
                out.line("");
            });
        }
    }
}
