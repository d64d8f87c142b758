package dev.quorate.cluster;

import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.passphrase.AuthorityKeyring;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.remote.Host;
import dev.quorate.remote.local.LocalHost;
import dev.quorate.remote.local.Supervisor;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshLimits;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.testing.hosts.TestHosts;
import dev.quorate.time.Pause;
import dev.quorate.time.WorkingClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Clusters on the test hosts, and what builds them within the test. */
final class TestClusters {

    /** A host that is gone is given up soon. */
    private static final SshLimits IMPATIENT = new SshLimits(Duration.ofSeconds(3), Duration.ofSeconds(1));

    private TestClusters() {}

    static ClusterBuild build(Path home, SshQuestions questions) {
        Host here = new LocalHost("this machine", new Supervisor(Map.of(), Pause.real()));
        Toolbox tools = new Toolbox(
                here,
                new EtcdBinaries(here, System.getenv()),
                new JetcdClients(),
                new WorkingClock(Clock.systemUTC()),
                Pause.real());
        Passphrases passphrases = new Passphrases(Map.of(), new AuthorityKeyring(tools.clock()));
        return new ClusterBuild(
                spec -> connect(spec, home, questions),
                tools,
                (host, change) -> {},
                passphrases,
                _ -> Optional.empty());
    }

    /** As by a console that is opened for one line. */
    private static ClusterHosts.Hosts connect(ClusterSpec spec, Path home, SshQuestions questions) {
        SshHosts connections = new SshHosts(questions, Map.of("HOME", home.toString()), IMPATIENT);
        ClusterHosts.Hosts hosts = new SshClusterHosts(() -> connections).open(spec);
        return new ClusterHosts.Hosts() {
            @Override
            public Host of(NodeSpec member) {
                return hosts.of(member);
            }

            @Override
            public void close() {
                connections.close();
            }
        };
    }

    static ClusterHome home(Path home, ClusterSpec spec) {
        return new ClusterHome(home.resolve(spec.name()));
    }

    /** Members etcd1 to etcd3, their programs from this machine. */
    static ClusterSpec spec(String name, TestHosts hosts) {
        return spec(name, hosts, List.of("etcd1", "etcd2", "etcd3"));
    }

    static ClusterSpec spec(String name, TestHosts hosts, List<String> names) {
        List<NodeSpec> members = names.stream()
                .map(member -> NodeSpec.of(member, hosts.address(member)).withSsh(ssh("root", hosts.key(), hosts)))
                .toList();
        Path binaries = dev.quorate.testing.etcd.EtcdBinaries.etcd(dev.quorate.testing.etcd.EtcdBinaries.V3_5)
                .getParent();
        return ClusterSpec.of(name, members)
                .withToken(name + "-token")
                .withEtcd(EtcdSpec.DEFAULT.withSource(new EtcdSpec.Source.File(binaries)));
    }

    static SshSpec ssh(String user, Path key, TestHosts hosts) {
        return new SshSpec(
                Optional.of(user),
                OptionalInt.empty(),
                List.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hosts.knownHosts()),
                Optional.empty());
    }
}
