package dev.quorate.hosts;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.inventory.file.ClusterFiles;
import dev.quorate.provision.HostSettings;
import dev.quorate.remote.ssh.SshSettings;
import dev.quorate.remote.ssh.Sudo;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the hosts a line means: those it names, as members of the cluster file or by themselves, else all members. */
final class HostChoice {

    private final ClusterFiles files;
    private final Sessions sessions;

    HostChoice(QuorateHome home, Sessions sessions) {
        this.files = new ClusterFiles(home.clusters());
        this.sessions = sessions;
    }

    /** In the order named, each once. */
    List<SshSettings> of(Values line) {
        Optional<ClusterSpec> cluster = clusterFile(line).map(ClusterFile::load);
        List<String> words = line.get(HostFlags.HOSTS);
        if (words.isEmpty()) {
            words = cluster.orElseThrow(this::notClear).members().stream()
                    .map(NodeSpec::name)
                    .toList();
        }
        Map<String, SshSettings> hosts = new LinkedHashMap<>();
        for (String word : words) {
            SshSettings host = overlaid(line, settings(cluster, word));
            hosts.putIfAbsent(word, host);
        }
        return List.copyOf(hosts.values());
    }

    private Optional<Path> clusterFile(Values line) {
        return line.get(HostFlags.FILE)
                .map(Path::toAbsolutePath)
                .or(() -> files.meant(sessions.current().cluster()));
    }

    private static SshSettings settings(Optional<ClusterSpec> cluster, String word) {
        return cluster.flatMap(spec -> spec.member(word).map(member -> HostSettings.of(spec, member)))
                .orElseGet(() -> SshSettings.of(word));
    }

    /** Commands run as the user who logs in, unless the line asks for sudo: a look needs no root. */
    private static SshSettings overlaid(Values line, SshSettings host) {
        List<Path> identities = line.get(HostFlags.IDENTITY);
        return host.withUser(line.get(HostFlags.SSH_USER).or(host::user))
                .withIdentities(identities.isEmpty() ? host.identities() : identities)
                .withJump(line.get(HostFlags.JUMP).or(host::jump))
                .withKnownHosts(line.get(HostFlags.KNOWN_HOSTS).or(host::knownHosts))
                .withAcceptNew(line.get(HostFlags.ACCEPT_NEW) || host.acceptNew())
                .withSudo(Sudo.NONE);
    }

    private OperatorException notClear() {
        return OperatorException.of(
                ExitCode.BAD_ARGUMENTS,
                "which hosts are meant is not clear",
                files.names().isEmpty()
                        ? "name them: --hosts root@10.0.0.1,root@10.0.0.2"
                        : "name a cluster with --cluster (there are %s), or hosts with --hosts"
                                .formatted(String.join(", ", files.names())));
    }
}
