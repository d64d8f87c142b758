package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.output.OutputFormat;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import dev.quorate.session.Connections;
import dev.quorate.session.ContextStore;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeHost;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptCommandsTest {

    private static final String URL = "https://10.0.0.1:2379";

    @TempDir
    private Path home;

    private final FakeCluster cluster = new FakeCluster(URL).member(1, "etcd1", URL);
    private final List<String> saved = new ArrayList<>();
    private final List<ClusterSpec> opened = new ArrayList<>();

    @Test
    void writesTheFileOfTheClusterItIsConnectedTo() throws Exception {
        cluster.answering(URL, 1, 1, 7);
        FakeInvocation line = run("cluster", "adopt", "old", "--host", "etcd1=jump-1", "--ssh-user", "ann");

        ClusterSpec spec = ClusterFile.load(home.resolve("clusters/old/cluster.yaml"));
        assertThat(spec.members()).extracting(NodeSpec::sshHost).containsExactly("jump-1");
        assertThat(spec.etcd().version()).hasToString("3.5.16");
        assertThat(spec.configuration().dataDirectory()).isEqualTo(Path.of("/data/etcd"));
        assertThat(spec.ssh().user()).contains("ann");
        assertThat(opened.getFirst().ssh().user()).contains("ann");
        assertThat(line.notes()).contains("next: cluster lint old, then cluster drift old");
    }

    @Test
    void saysWhatItNeedsFirst() {
        assertThatThrownBy(() -> run("cluster", "adopt", "old")).hasMessageContaining("no endpoint answers");
        cluster.answering(URL, 1, 1, 7);
        assertThatThrownBy(() -> run("cluster", "adopt", "old", "--host", "etcd1"))
                .hasMessage("\"etcd1\" names no member's host");
    }

    private FakeInvocation run(String... words) throws Exception {
        QuorateHome quorateHome = new QuorateHome(home);
        SessionResolver resolver = new SessionResolver(Map.of("ETCDCTL_ENDPOINTS", URL), new ContextStore(quorateHome));
        Sessions sessions = new Sessions(resolver.forOneLine());
        Connections connections = new Connections(sessions, settings -> cluster);
        FakeInvocation line = new FakeInvocation(
                Lines.bind(new AdoptCommands(quorateHome, connections, this::open, saved::add), words),
                OutputFormat.SIMPLE);
        line.command().handler().run(line);
        return line;
    }

    private ClusterHosts.Hosts open(ClusterSpec spec) {
        opened.add(spec);
        return new ClusterHosts.Hosts() {
            @Override
            public Host of(NodeSpec member) {
                return host(member.name());
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    private static FakeHost host(String name) {
        return new FakeHost(name)
                .answering(
                        "systemctl list-units --type=service --all --plain --no-legend --no-pager 'etcd*'",
                        "etcd.service loaded active running etcd\n")
                .answeringBeginning("sh -c 'user=$1 directory=$2", """
                        account etcd:/srv/etcd:/bin/false
                        program etcd:root:adm:750
                        program etcdctl:root:adm:750
                        """)
                .answering("systemctl cat --no-pager etcd.service", """
                        # /etc/systemd/system/etcd.service
                        [Service]
                        User=etcd
                        ExecStart=/opt/etcd/etcd --config-file=/etc/etcd.yml
                        """)
                .withFile(Path.of("/etc/etcd.yml"), """
                        name: etcd1
                        data-dir: /data/etcd
                        listen-peer-urls: https://10.0.0.1:2380
                        listen-client-urls: https://10.0.0.1:2379
                        initial-cluster-token: old
                        """, FileAccess.PUBLIC);
    }
}
