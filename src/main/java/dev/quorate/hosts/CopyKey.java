package dev.quorate.hosts;

import dev.quorate.command.Invocation;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.remote.ShellCommand;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Lets a key in on every host, once: a second time changes nothing. */
final class CopyKey {

    /** The key comes by standard input. A last line without an end gets one first. */
    private static final String ADD = """
            umask 077; read -r key || exit 1
            mkdir -p ~/.ssh && chmod 700 ~/.ssh && touch ~/.ssh/authorized_keys && chmod 600 ~/.ssh/authorized_keys || exit
            if grep -qxF -e "$key" ~/.ssh/authorized_keys; then echo there; exit; fi
            [ -z "$(tail -c 1 ~/.ssh/authorized_keys)" ] || echo >>~/.ssh/authorized_keys
            printf '%s\\n' "$key" >>~/.ssh/authorized_keys && echo added
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
        byte[] input = (key.text() + "\n").getBytes(StandardCharsets.UTF_8);
        ShellCommand add = ShellCommand.changes("sh", "-c", ADD).withInput(input);
        List<Answer<Copied>> answers = Answer.ofAll(hosts, width, host -> copied(host, add));
        line.print(new CopiedView(Answer.values(answers)));
        Answer.requireAll(answers, line::note);
    }

    private Copied copied(SshSettings host, ShellCommand add) throws InterruptedException {
        String said = connections.host(host).run(add).orThrow().text().strip();
        return new Copied(host.name(), said.equals("added"));
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
