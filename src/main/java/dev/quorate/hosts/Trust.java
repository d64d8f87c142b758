package dev.quorate.hosts;

import dev.quorate.command.Invocation;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.remote.ssh.SeenHostKey;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshSettings;
import java.util.List;

/** Shows the keys of all hosts, and remembers the unknown ones after one yes. */
final class Trust {

    private final SshHosts connections;
    private final Invocation line;

    Trust(SshHosts connections, Invocation line) {
        this.connections = connections;
        this.line = line;
    }

    void establish(List<SshSettings> hosts, int width, boolean acceptNew) throws InterruptedException {
        List<Answer<SeenHostKey>> answers =
                Answer.ofAll(hosts, width, host -> connections.hostKey(host.withAcceptNew(false)));
        List<SeenHostKey> keys = Answer.values(answers);
        line.print(new TrustView(keys));
        List<SeenHostKey> unknown = SeenHostKey.unknown(keys);
        if (unknown.isEmpty()) {
            line.note("no unknown host key");
        } else if (line.dryRun()) {
            line.note(consequence(unknown));
        } else {
            confirm(unknown, acceptNew);
            unknown.forEach(SeenHostKey::remember);
            line.note(
                    "remembered " + count(unknown) + " in " + unknown.getFirst().file());
        }
        keys.forEach(SeenHostKey::refuseContradiction);
        Answer.requireAll(answers, line::note);
    }

    private void confirm(List<SeenHostKey> unknown, boolean acceptNew) {
        if (!acceptNew) {
            new Confirmation(line).of(new Risk.Disruption(consequence(unknown)));
        }
    }

    private static String consequence(List<SeenHostKey> unknown) {
        return "%s will be trusted from now on, written to %s: compare the fingerprints with what ssh-keygen -l -f shows on the hosts"
                .formatted(count(unknown), unknown.getFirst().file());
    }

    private static String count(List<SeenHostKey> keys) {
        return keys.size() + (keys.size() == 1 ? " host key" : " host keys");
    }
}
