package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.Ports;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.inventory.FirewallSpec.Kind;
import dev.quorate.plan.PlanListener;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real firewalls that hold back everything else: members reach each other, clients the client port alone, who collects
 * metrics the metrics port, others nothing.
 */
class FirewallE2E {

    private static final List<String> MEMBERS = List.of("etcd1", "etcd2", "etcd3");

    @TempDir
    private static Path home;

    private static TestHosts hosts;

    @BeforeAll
    static void boot() {
        hosts = TestHosts.fresh(6);
    }

    @ParameterizedTest
    @CsvSource({
        "UFW, ufw allow 22/tcp && ufw --force enable, ufw --force reset",
        "FIREWALLD, apt-get -q -y --no-install-recommends install firewalld && systemctl enable --now firewalld, systemctl disable --now firewalld"
    })
    void membersAndClientsAreLetInAndNobodyElse(Kind kind, String on, String off) {
        MEMBERS.forEach(member -> hosts.run(member, "sh", "-c", "exec 2>&1 >/dev/null; " + on));
        ClusterSpec spec = guarded(kind);
        ClusterHome own = TestClusters.home(home, spec);
        ClusterBuild build = TestClusters.build(home, SshQuestions.nobody());

        build.up(spec, own, Permission.NONE, PlanListener.NONE);

        assertThat(build.look(spec, own, Permission.NONE).settled()).isTrue();
        for (String member : MEMBERS) {
            assertThat(reach("etcd4", member))
                    .as("a client")
                    .isEqualTo("22 open, 2379 open, 2380 held back, 2381 held back");
            assertThat(reach("etcd5", member))
                    .as("who collects metrics")
                    .isEqualTo("22 open, 2379 held back, 2380 held back, 2381 open");
            assertThat(reach("etcd6", member))
                    .as("a stranger")
                    .isEqualTo("22 open, 2379 held back, 2380 held back, 2381 held back");
        }
        assertThat(reach("etcd1", "etcd2")).as("a peer").isEqualTo("22 open, 2379 open, 2380 open, 2381 held back");
        build.down(spec, own, new Removal(spec, Optional.empty(), false), PlanListener.NONE);
        assertThat(hosts.run("etcd1", "sh", "-c", "ufw show added; firewall-cmd --list-rich-rules 2>/dev/null; true"))
                .doesNotContain("2379")
                .doesNotContain("2381")
                .doesNotContain("2380");
        MEMBERS.forEach(member -> hosts.run(member, "sh", "-c", off));
    }

    /** The operator is a client, as he waits for health. */
    private static ClusterSpec guarded(Kind kind) {
        ClusterSpec plain = TestClusters.spec("guarded-" + kind, hosts);
        String operator = hosts.address("etcd1").replaceAll("\\d+$", "1");
        FirewallSpec firewall = new FirewallSpec(
                kind, List.of(operator, hosts.address("etcd4")), List.of(), List.of(hosts.address("etcd5")));
        return new ClusterSpec(
                plain.name(),
                plain.token(),
                plain.members(),
                plain.etcd(),
                withMetrics(plain.configuration()),
                plain.service(),
                plain.certificates(),
                plain.ssh(),
                firewall,
                plain.profile());
    }

    private static ConfigurationSpec withMetrics(ConfigurationSpec plain) {
        return new ConfigurationSpec(
                plain.form(),
                plain.file(),
                plain.dataDirectory(),
                new Ports(2379, 2380, OptionalInt.of(2381)),
                plain.listening(),
                plain.advertising(),
                plain.tls(),
                plain.options());
    }

    private static String reach(String from, String to) {
        String script = """
                for port in 22 2379 2380 2381; do
                    timeout 2 bash -c ": </dev/tcp/$1/$port" 2>/dev/null && said=open || said="held back"
                    printf '%s %s, ' $port "$said"
                done
                """;
        String said = hosts.run(from, "bash", "-c", script, "reach", hosts.address(to));
        return said.replaceAll(", $", "");
    }
}
