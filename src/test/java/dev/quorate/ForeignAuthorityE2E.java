package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.TestHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster whose authority openssl made, by the built program: its key locked, its key elsewhere; and what is exported of it
 * in the hands of the tools it is for. The second half uses the cluster of the first.
 */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignAuthorityE2E {

    private static final String PROCESS = "systemctl show -p MainPID --value etcd";

    @TempDir
    private static Path home;

    private static TestHosts hosts;

    private BuiltProgram quorate;

    @BeforeEach
    void open() {
        quorate = new BuiltProgram(home);
    }

    @Test
    @Order(1)
    void whatIsSignedElsewhereIsTakenInAsAFolderAndUpGoesOn() throws Exception {
        hosts = TestHosts.fresh(3);
        authority("office", "elsewhere", "");
        Path given = Files.createDirectories(home.resolve("given"));
        Files.copy(home.resolve("office/ca.pem"), given.resolve("office.pem"));
        Path file = clusterFile("elsewhere", 3, given.resolve("office.pem"));

        BuiltProgram.Result stopped = quorate.run("cluster", "up", "elsewhere", "--yes");
        Path pki = file.resolveSibling("pki");
        sign(pki, home.resolve("signed"));
        BuiltProgram.Result imported =
                quorate.run("pki", "import", home.resolve("signed").toString(), "--directory", pki.toString());
        BuiltProgram.Result done = quorate.run("cluster", "up", "elsewhere", "--yes");

        assertThat(stopped.status()).isOne();
        assertThat(stopped.error())
                .contains("the authority's key is elsewhere", "pki import FOLDER --directory " + pki);
        assertThat(imported.output().lines()).hasSize(7);
        assertThat(done.output() + done.error()).contains("3 of 3 voting members healthy");
        assertThat(hosts.run("etcd2", "openssl", "x509", "-noout", "-issuer", "-in", "/etc/etcd/pki/server.crt"))
                .contains("CN = elsewhere");
    }

    @Test
    @Order(2)
    void anAuthorityWithALockedKeyIsTakenInAndSeveralNewcomersJoinAtOnce() throws Exception {
        hosts = TestHosts.fresh(5);
        authority("locked", "locked", "secret");
        Path passphrase = Files.writeString(home.resolve("passphrase"), "secret\n");
        clusterFile("prod", 3, home.resolve("locked"));

        BuiltProgram.Result unanswered = quorate.run("cluster", "up", "prod", "--yes");
        BuiltProgram.Result founded = quorate.run("cluster", "up", "prod", "--yes", "--passphrase-file=" + passphrase);
        List<String> before = processes();
        clusterFile("prod", 5, home.resolve("locked"));
        BuiltProgram.Result grown = quorate.run("cluster", "up", "prod", "--yes", "--passphrase-file=" + passphrase);

        assertThat(unanswered.status()).isNotZero();
        assertThat(unanswered.error()).contains("--passphrase-file");
        assertThat(founded.output()).contains("3 of 3 voting members healthy");
        assertThat(grown.error()).contains("promote member on etcd4: done", "promote member on etcd5: done");
        assertThat(grown.output()).contains("5 of 5 voting members healthy");
        assertThat(processes()).isEqualTo(before);
        assertThat(quorate.run("cluster", "drift", "prod").status()).isZero();
        assertThat(Files.readString(home.resolve("quorate/clusters/prod/pki/ca-key.pem")))
                .contains("ENCRYPTED");
    }

    @Test
    @Order(3)
    void etcdctlFindsTheClusterByWhatIsExported() throws Exception {
        Path environment = export("environment");
        Path aliases = export("aliases");
        String path = EtcdBinaries.etcdctl(EtcdBinaries.V3_5).getParent() + ":" + System.getenv("PATH");

        BuiltProgram.Result result = quorate.script(
                "set -e; cd /; . \"$1\"; etcdctl put a 1; . \"$2\"; etcdctl_node3 get a --print-value-only;"
                        + " etcdctl_cluster endpoint health 2>&1 | grep -c 'is healthy'",
                Map.of("PATH", path),
                List.of(environment.toString(), aliases.toString()));

        assertThat(result.error()).isEmpty();
        assertThat(result.output()).isEqualTo("OK\n1\n5\n");
    }

    @Test
    @Order(4)
    void sshLogsInByTheConfigurationThatIsExported() throws Exception {
        Path file = export("ssh-config");

        String name =
                Shell.run(home, List.of("ssh", "-F", file.toString(), "-o", "BatchMode=yes", "etcd2", "uname", "-n"));

        assertThat(name).isEqualTo("etcd2\n");
        assertThat(Shell.run(home, List.of("ssh", "-G", "-F", file.toString(), "etcd2")))
                .contains("hostname " + hosts.address("etcd2") + "\n", "user root\n", "identityfile " + hosts.key());
    }

    @Test
    @Order(5)
    void ansibleReachesTheHostsByTheInventoryThatIsExported() throws Exception {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.exists(Path.of(each, "ansible"))),
                "there is no Ansible here");
        Path inventory = Files.move(export("ansible"), home.resolve("inventory.yml"));

        BuiltProgram.Result result = quorate.script(
                "ansible-inventory -i \"$1\" --list && ansible -i \"$1\" etcd -m raw -a 'uname -n'",
                Map.of("LC_ALL", "C.UTF-8"),
                List.of(inventory.toString()));

        assertThat(result.output())
                .contains("\"ansible_host\": \"" + hosts.address("etcd5") + "\"", "\"etcd5\"")
                .containsPattern("etcd4 \\| CHANGED \\| rc=0 >>\\netcd4");
    }

    private Path export(String format) throws Exception {
        BuiltProgram.Result exported = quorate.run("cluster", "export", format, "prod");
        return Files.writeString(home.resolve(format + " of prod"), exported.output());
    }

    private static List<String> processes() {
        return Stream.of("etcd1", "etcd2", "etcd3")
                .map(name -> hosts.run(name, "sh", "-c", PROCESS))
                .toList();
    }

    /** {@code ca.pem} and {@code ca-key.pem} in a folder. */
    private static void authority(String folder, String name, String passphrase) throws IOException {
        Path place = Files.createDirectories(home.resolve(folder));
        List<String> command =
                new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-days", "90"));
        command.addAll(passphrase.isEmpty() ? List.of("-nodes") : List.of("-passout", "pass:" + passphrase));
        command.addAll(List.of("-subj", "/CN=" + name, "-addext", "keyUsage=critical,keyCertSign,cRLSign"));
        command.addAll(List.of("-keyout", "ca-key.pem", "-out", "ca.pem"));
        Shell.run(place, command);
    }

    /** Signs every request of {@code pki} as an office would that has the key. */
    private static void sign(Path pki, Path signed) throws IOException {
        Files.createDirectories(signed);
        String script = """
                for request in "$1"/*.csr; do
                    openssl x509 -req -in "$request" -CA ca.pem -CAkey ca-key.pem -CAcreateserial -copy_extensions copyall \\
                        -days 90 -out "$2/$(basename "$request" .csr).crt"
                done
                """;
        Shell.run(home.resolve("office"), List.of("bash", "-c", script, "sign", pki.toString(), signed.toString()));
    }

    private static Path clusterFile(String name, int members, Path authority) throws IOException {
        StringBuilder text = new StringBuilder("""
                name: %s
                token: foreign
                etcd: {version: %s, source: %s}
                ssh: {user: root, identity: %s, known-hosts: %s}
                certificates: {authority: {import: %s}}
                members:
                """.formatted(
                        name,
                        EtcdBinaries.V3_5,
                        EtcdBinaries.etcd(EtcdBinaries.V3_5).getParent(),
                        hosts.key(),
                        hosts.knownHosts(),
                        authority));
        for (int number = 1; number <= members; number++) {
            String member = "etcd" + number;
            text.append("  - {name: %s, address: %s}%n".formatted(member, hosts.address(member)));
        }
        Path file = home.resolve("quorate/clusters/" + name + "/cluster.yaml");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
