package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.EtcdSpec.Source;
import dev.quorate.inventory.Ownership;
import dev.quorate.plan.PlanListener;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.TestHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where etcd comes from: an archive as the project releases it, and the distribution's own packages. */
class BinariesE2E {

    private static final String NAME = "etcd-v3.5.16-linux-amd64";

    private static TestHosts hosts;

    @TempDir
    private Path home;

    @BeforeAll
    static void boot() {
        hosts = TestHosts.up(3);
    }

    @BeforeEach
    void makeBare() {
        hosts.reset("etcd1", "etcd2", "etcd3");
    }

    @Test
    void fromAnArchiveThatAgreesWithItsChecksum() throws Exception {
        Path archive = archive();
        Path other = home.resolve("etcd-v3.5.16-linux-arm64.tar.gz");
        Files.writeString(other, "no host is made for this");
        ClusterSpec spec = spec(
                new EtcdVersion(3, 5, 16),
                new Source.File(home.resolve(archive.getFileName().toString().replace("amd64", "{arch}"))));

        Files.writeString(home.resolve("SHA256SUMS"), "0".repeat(64) + "  " + archive.getFileName() + "\n");
        assertThatThrownBy(() -> up(spec)).hasMessageContaining("does not agree with SHA256SUMS beside it");
        assertThat(hosts.run("etcd1", "sh", "-c", "ls /usr/local/bin")).isEmpty();

        Files.writeString(
                home.resolve("SHA256SUMS"),
                Shell.run(home, List.of("sha256sum", archive.getFileName().toString())));
        up(spec);

        String sum = sum(home, Path.of(NAME, "etcd"));
        for (String host : List.of("etcd1", "etcd2", "etcd3")) {
            assertThat(hosts.run(host, "sha256sum", "/usr/local/bin/etcd")).startsWith(sum);
        }
    }

    @Test
    void notFromAnArchiveThatIsCutShort() throws Exception {
        Path archive = archive();
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> up(spec(new EtcdVersion(3, 5, 16), new Source.File(archive))))
                .hasMessageContaining("cannot unpack " + archive);
        assertThat(hosts.run("etcd1", "sh", "-c", "ls /usr/local/bin")).isEmpty();
    }

    /** The packages of Debian's own release, whose member begins to run as soon as it is installed. */
    @Test
    void fromTheDistributionsOwnPackages() {
        hosts.run("etcd1", "sh", "-c", "exec >/dev/null 2>&1; apt-get -q -y install etcd-server etcd-client");
        ClusterSpec spec = spec(new EtcdVersion(3, 4, 23), new Source.Package(List.of("etcd-server", "etcd-client")));

        up(spec);

        assertThat(hosts.run(
                        "etcd1",
                        "sh",
                        "-c",
                        "ls -d /var/lib/etcd/*.parked-* /var/lib/etcd.parked-* 2>/dev/null | head -n 1"))
                .contains("parked");
        for (String host : List.of("etcd1", "etcd2", "etcd3")) {
            assertThat(hosts.run(host, "dpkg-query", "-Wf", "${Status} ${Version}", "etcd-server"))
                    .startsWith("install ok installed 3.4.23");
            assertThat(hosts.run(host, "systemctl", "is-active", "etcd")).startsWith("active");
        }
    }

    private void up(ClusterSpec spec) {
        TestClusters.build(home, SshQuestions.nobody())
                .up(spec, TestClusters.home(home, spec), Permission.NONE, PlanListener.NONE);
    }

    private static ClusterSpec spec(EtcdVersion version, Source source) {
        boolean packaged = source instanceof Source.Package;
        return TestClusters.spec("binaries", hosts)
                .withEtcd(new EtcdSpec(
                        version,
                        source,
                        Path.of(packaged ? "/usr/bin" : "/usr/local/bin"),
                        Ownership.ROOT,
                        0755,
                        packaged ? List.of("etcd", "etcdctl") : List.of("etcd", "etcdctl", "etcdutl")));
    }

    /** As the project packs it: one folder with the programs. */
    private Path archive() throws IOException {
        Path folder = Files.createDirectory(home.resolve(NAME));
        Path binaries = EtcdBinaries.etcd(EtcdBinaries.V3_5_OLD).getParent();
        for (String program : List.of("etcd", "etcdctl", "etcdutl")) {
            Files.copy(binaries.resolve(program), folder.resolve(program));
        }
        Path archive = home.resolve(NAME + ".tar.gz");
        Shell.run(home, List.of("tar", "--use-compress-program=gzip -1", "-cf", archive.toString(), NAME));
        return archive;
    }

    private static String sum(Path folder, Path file) {
        return Shell.run(folder, List.of("sha256sum", file.toString())).split(" ")[0];
    }
}
