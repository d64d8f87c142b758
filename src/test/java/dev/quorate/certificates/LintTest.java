package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.inventory.file.Example;
import dev.quorate.pki.Installation;
import dev.quorate.pki.PkiStore;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names against the hosts that configurations and the cluster file tell of. */
class LintTest {

    @TempDir
    Path home;

    private PkiConsole console;

    @BeforeEach
    void openConsole() {
        console = new PkiConsole(home, Clock.systemUTC());
    }

    private String configuration(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text).toString();
    }

    private void clusterFile(String text) throws IOException {
        Path directory = Files.createDirectories(console.pki().getParent());
        Files.writeString(directory.resolve("cluster.yaml"), text);
    }

    /** What is printed, whether all is well or not. */
    private String lint(String... flags) {
        FakeInvocation line = lintLine(flags);
        try {
            console.run(line);
        } catch (dev.quorate.failure.OperatorException e) {
            assertThat(e).hasMessageEndingWith("must be mended");
        }
        return line.written();
    }

    private FakeInvocation lintLine(String... flags) {
        String[] words = new String[flags.length + 2];
        words[0] = "pki";
        words[1] = "lint";
        System.arraycopy(flags, 0, words, 2, flags.length);
        return console.line(words);
    }

    @Test
    void everyUrlOfAConfigurationIsAHostOfTheMatrix() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "--mode", "per-member", "--member", "etcd1=10.0.0.1");
        String file = configuration("etcd.yaml", """
                name: etcd1
                listen-peer-urls: https://10.0.0.1:2380
                listen-client-urls: https://10.0.0.1:2379,https://127.0.0.1:2379
                listen-metrics-urls: http://10.0.0.1:2381
                initial-advertise-peer-urls: https://etcd1.example.com:2380
                advertise-client-urls: https://10.0.0.1:2379
                initial-cluster: etcd1=https://etcd1:2380,etcd2=https://etcd2:2380
                initial-cluster-token: kX2vTq8LmZ4wRb7NcY1s
                data-dir: /var/lib/etcd
                client-transport-security: {cert-file: /pki/s.crt, key-file: /pki/s.key, trusted-ca-file: /pki/ca.crt}
                peer-transport-security: {cert-file: /pki/p.crt, key-file: /pki/p.key, trusted-ca-file: /pki/ca.crt}
                """);

        assertThat(lint("--config", file)).isEqualTo("""
                etcd1, 10.0.0.1, listen-peer-urls listen-client-urls advertise-client-urls, etcd1-server, yes, etcd1-peer, yes
                etcd1, etcd1.example.com, initial-advertise-peer-urls, etcd1-server, -, etcd1-peer, NO
                etcd1, etcd1, initial-cluster, etcd1-server, yes, etcd1-peer, yes
                etcd1, 127.0.0.1, listen-client-urls loopback, etcd1-server, yes, etcd1-peer, yes
                etcd1, localhost, loopback, etcd1-server, yes, etcd1-peer, yes
                blocker: etcd1-peer lacks the name etcd1.example.com of etcd1: whoever connects by it will refuse it; \
                issue it again with etcd1.example.com among the names
                note: etcd1 shows metrics and health in the clear on http://10.0.0.1:2381 to whoever reaches it; \
                let a firewall say who may reach it
                note: initial-cluster of etcd1 has https://etcd1:2380 for it, initial-advertise-peer-urls \
                https://etcd1.example.com:2380: etcd starts only if both are one address; write the same in both
                note: the CA's key is kept without a passphrase: whoever reads this machine's files, or a copy of them, \
                can sign; keep copies safe; a CA made with pki init --encrypt asks for one
                """);
    }

    @Test
    void namesWhatAConfigurationTellsAgainstItself() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "--mode", "cluster-server", "--member", "member-1=10.0.1.10");
        String unit = configuration("etcd.service", """
                [Service]
                ExecStart=/usr/bin/etcd --name member-1 --data-dir /var/lib/etcd \\
                 --listen-peer-urls https://10.0.1.10:2380 --listen-client-urls https://10.0.1.10:2379,http://127.0.0.1:2379 \\
                 --initial-cluster member-1=https://10.0.1.10:2380,member-2=https://10.0.1.10:2380 \\
                 --cert-file=/var/lib/etcd/cfssl/server.pem --key-file=/var/lib/etcd/cfssl/server-key.pem \\
                 --peer-client-cert-auth
                """);

        assertThat(lint("--config", unit).lines().filter(line -> line.contains(": ")))
                .containsExactlyInAnyOrder(
                        "warning: member-1 listens in the clear on http://127.0.0.1:2379; write https:// in"
                                + " listen-client-urls of member-1",
                        "warning: member-1 takes any client, with a certificate or without; set client-cert-auth and"
                                + " trusted-ca-file of member-1",
                        "warning: member-1 has no initial-cluster-token, so it has etcd's default as many clusters have; set"
                                + " initial-cluster-token of member-1 to a word of this cluster's own before it is made",
                        "note: the CA's key is kept without a passphrase: whoever reads this machine's files, or a copy of"
                                + " them, can sign; keep copies safe; a CA made with pki init --encrypt asks for one",
                        "warning: cert-file of member-1 lies in its data directory /var/lib/etcd; put certificates into a"
                                + " folder of their own, such as /etc/etcd/pki",
                        "blocker: member-1 listens on https://10.0.1.10:2380 but has no peer-cert-file, so etcd does not"
                                + " start; set peer-cert-file of member-1",
                        "blocker: member-1 listens on https://10.0.1.10:2380 but has no peer-key-file, so etcd does not"
                                + " start; set peer-key-file of member-1",
                        "blocker: two members of initial-cluster of member-1 share https://10.0.1.10:2380; give each"
                                + " member its own address");
    }

    @Test
    void namesTheUsualTokenAndDataWithoutAPlaceAndUrlsOfSeveralAddresses() throws IOException {
        console.run("pki", "init");
        String file = configuration("etcd", """
                ETCD_NAME=node-1
                ETCD_INITIAL_CLUSTER=node-1=https://10.1.1.1:2380
                ETCD_INITIAL_CLUSTER_TOKEN=etcd-cluster-1
                ETCD_LISTEN_CLIENT_URLS="https://10.1.1.1 172.17.0.1:2379"
                """);

        assertThat(lint("--config", file))
                .contains(
                        "warning: node-1 has the token etcd-cluster-1, which many clusters have;",
                        "note: node-1 has no data-dir: unless its unit sets one, the data is below wherever",
                        "10.1.1.1 172.17.0.1");
    }

    @Test
    void aCertificateOfAnotherMemberIsNamed() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "--mode", "combined", "--member", "etcd1=10.0.0.1", "--member", "etcd2=10.0.0.2");
        String file = configuration("etcd.env", """
                ETCD_NAME=etcd1
                ETCD_LISTEN_CLIENT_URLS=https://10.0.0.1:2379
                ETCD_CERT_FILE=/etc/etcd/pki/etcd2.crt
                ETCD_KEY_FILE=/etc/etcd/pki/etcd2.key
                ETCD_TRUSTED_CA_FILE=/etc/etcd/pki/ca.crt
                """);

        assertThat(lint("--config", file))
                .contains("blocker: etcd1 shows etcd2 to clients, which is that of etcd2;")
                .contains("blocker: etcd2 lacks the name 10.0.0.1 of etcd1");
    }

    /** What the file asks for is issued, and lint then finds every host of the file's own configuration covered. */
    @ParameterizedTest
    @EnumSource(Example.class)
    void whatTheClusterFileAsksForIsWellByLint(Example example) throws IOException {
        clusterFile(example.text());
        console.run("pki", "init", "--key-type", "ec-p256");
        console.run("pki", "issue", "--key-type", "ec-p256", "--key-encoding", "pkcs8");

        FakeInvocation line = lintLine("--offline");
        console.run(line);

        assertThat(line.written()).doesNotContain("blocker", "NO,");
        assertThat(line.written().lines().filter(each -> each.contains(", yes")))
                .isNotEmpty();
    }

    @Test
    void theClusterFileSaysWhatNoFlagSays() throws IOException {
        clusterFile(Example.EXAMPLE_004.text());

        console.run("pki", "init");
        console.run("pki", "issue");

        assertThat(OpenSsl.text(console.file("ca.crt")))
                .contains("OU = Org Unit 2, CN = My own CA", "Public-Key: (2048 bit)");
        assertThat(OpenSsl.text(console.file("server.pem")))
                .contains("CN = etcd-cluster", "DNS:domain-name", "IP Address:54.93.140.30", "IP Address:10.0.1.12");
        assertThat(OpenSsl.text(console.file("member-1.pem"))).contains("DNS:member-1.local");
        assertThat(console.file("client-key.pem")).content().startsWith("-----BEGIN EC PRIVATE KEY-----");
    }

    @Test
    void oneCertificateOfTheClusterFileIsIssuedByItsName() throws IOException {
        clusterFile(Example.EXAMPLE_003.text());
        console.run("pki", "init");

        console.run("pki", "issue", "k8s0etcd2", "--days", "90");

        PkiStore store = PkiStore.at(console.pki(), Clock.systemUTC());
        assertThat(store.certificates()).singleElement().satisfies(issued -> {
            assertThat(issued.certificate().validity().daysLeft(Instant.now())).isEqualTo(89);
            assertThat(OpenSsl.text(issued.certificateFile())).contains("IP Address:10.103.0.102");
        });
    }

    /** As the practice cluster's are: issued by name, with the member as subject. */
    @Test
    void aCertificateIsAMembersByItsSubject() {
        console.run("pki", "init");
        for (String member : List.of("a", "b")) {
            String name = member + "-server";
            String subject = "CN=" + member;
            console.run("pki", "issue", name, "--profile", "combined", "--san", member, "--subject", subject);
        }

        assertThat(lint("--member", "b=b"))
                .contains("b, b, name, b-server, yes, b-server, yes")
                .doesNotContain("a-server lacks");
    }

    @Test
    void tellsWhereTheCertificateOfBeforeStillIs() {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");
        PkiStore store = PkiStore.at(console.pki(), Clock.systemUTC());
        String serial = store.require("root").certificate().serialText();
        store.record(List.of(new Installation(store.require("root"), "node-1:/etc/etcd/root.crt")));
        console.run("pki", "renew", "root");

        assertThat(lint("--offline"))
                .contains("warning: node-1:/etc/etcd/root.crt still has the root of before, with serial " + serial);
    }

    @Test
    void saysNothingAgainstAKeyOfTheAuthorityThatHasAPassphrase() throws IOException {
        String passphrase = configuration("passphrase", "long enough to be one\n");
        console.run("pki", "init", "--encrypt", "--passphrase-file", passphrase);

        assertThat(lint("--offline")).doesNotContain("passphrase");
    }

    @Test
    void tellsOfAClockThatWentBack() {
        console.run("pki", "init");
        PkiConsole before =
                new PkiConsole(home, Clock.fixed(Instant.now().minus(Duration.ofMinutes(10)), ZoneOffset.UTC));
        FakeInvocation line = before.line("pki", "lint", "--offline");

        assertThatThrownBy(() -> before.run(line)).hasMessageEndingWith("must be mended");

        assertThat(line.written())
                .contains("warning: the clock of this host says ")
                .contains("blocker: ca is not valid before ");
    }

    @Test
    void tellsThatNothingWasComparedWhereNoMemberIsKnown() {
        console.run("pki", "init");

        assertThat(lint()).contains("note: no member is known, so no name was checked against a host");
    }
}
