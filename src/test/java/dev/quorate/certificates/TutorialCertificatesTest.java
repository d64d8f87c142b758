package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificates of each of the five tutorials, as openssl reads them. */
class TutorialCertificatesTest {

    private static final String SANS = "X509v3 Subject Alternative Name";
    private static final String EXTENDED = "X509v3 Extended Key Usage";
    private static final String BOTH = "TLS Web Server Authentication, TLS Web Client Authentication";

    @TempDir
    Path home;

    private PkiConsole console;

    @BeforeEach
    void openConsole() {
        console = new PkiConsole(home, Clock.systemUTC());
    }

    @Test
    void aServerAndAPeerCertificateForEachMember() {
        console.run(
                "pki",
                "init",
                "--key-type",
                "rsa-2048",
                "--certificate-file",
                "etcd-ca.crt",
                "--key-file",
                "etcd-ca.key");

        console.run(
                "pki",
                "issue",
                "--mode",
                "per-member",
                "--key-type",
                "rsa-2048",
                "--days",
                "730",
                "--loopback",
                "localhost,127.0.0.1",
                "--certificate-file",
                "{member}-etcd-{role}.crt",
                "--key-file",
                "{member}-etcd-{role}.key",
                "--member",
                "node-1=10.1.1.1",
                "--member",
                "node-2=10.1.1.2",
                "--member",
                "node-3=10.1.1.3");

        for (String role : List.of("server", "peer")) {
            for (int number = 1; number <= 3; number++) {
                Path certificate = console.file("node-" + number + "-etcd-" + role + ".crt");
                assertLeaf("etcd-ca.crt", certificate, "node-" + number + "-etcd-" + role + ".key");
                assertThat(OpenSsl.field(certificate, "Subject")).isEqualTo("CN = node-" + number);
                assertThat(OpenSsl.field(certificate, SANS))
                        .isEqualTo("DNS:node-" + number + ", IP Address:10.1.1." + number
                                + ", DNS:localhost, IP Address:127.0.0.1");
                assertThat(OpenSsl.text(certificate))
                        .contains("Public-Key: (2048 bit)", "Signature Algorithm: sha256WithRSAEncryption");
                assertValidFor(certificate, Duration.ofDays(730));
            }
        }
        assertThat(OpenSsl.field(console.file("node-1-etcd-server.crt"), "Serial Number"))
                .isNotEqualTo(OpenSsl.field(console.file("node-1-etcd-peer.crt"), "Serial Number"));
    }

    @Test
    void oneCertificateForAll() {
        String subject = "/O=Kubernetes/OU=etcd/CN=etcd";
        console.run(
                "pki", "init", "--key-type", "rsa-4096", "--certificate-file", "ca.pem", "--key-file", "ca-key.pem");
        for (String name : List.of("etcd-peer", "etcd-client")) {
            console.run(
                    "pki",
                    "issue",
                    name,
                    "--mode",
                    "one-for-all",
                    "--key-type",
                    "rsa-4096",
                    "--subject",
                    subject,
                    "--certificate-file",
                    "{name}.pem",
                    "--key-file",
                    "{name}-key.pem",
                    "--key-encoding",
                    "pkcs1",
                    "--loopback",
                    "localhost,127.0.0.1",
                    "--member",
                    "k8s1-etcd1.k8s.lan=k8s1-etcd1.k8s.lan",
                    "--member",
                    "k8s1-etcd2.k8s.lan=k8s1-etcd2.k8s.lan",
                    "--member",
                    "k8s1-etcd3.k8s.lan=k8s1-etcd3.k8s.lan");
        }

        Path certificate = console.file("etcd-peer.pem");

        assertLeaf("ca.pem", certificate, "etcd-peer-key.pem");
        assertLeaf("ca.pem", console.file("etcd-client.pem"), "etcd-client-key.pem");
        assertThat(OpenSsl.field(certificate, "Subject")).isEqualTo("O = Kubernetes, OU = etcd, CN = etcd");
        assertThat(OpenSsl.text(certificate)).contains("Public-Key: (4096 bit)");
        assertThat(OpenSsl.field(certificate, SANS))
                .isEqualTo("DNS:k8s1-etcd1.k8s.lan, DNS:k8s1-etcd2.k8s.lan, DNS:k8s1-etcd3.k8s.lan, "
                        + "DNS:localhost, IP Address:127.0.0.1");
        assertThat(OpenSsl.field(certificate, EXTENDED)).isEqualTo(BOTH);
        assertThat(console.file("etcd-peer-key.pem")).content().startsWith("-----BEGIN RSA PRIVATE KEY-----");
    }

    @Test
    void oneCertificateForEachMemberWithTheNamesOfAll() {
        console.run(
                "pki", "init", "--key-type", "rsa-2048", "--certificate-file", "ca.pem", "--key-file", "ca-key.pem");

        console.run(
                "pki",
                "issue",
                "--mode",
                "shared-names",
                "--key-type",
                "rsa-2048",
                "--subject",
                "/C=US/ST=California/L=San Diego/O=University of San Diego"
                        + "/OU=Kubernetes CA for vagtestcluster/CN={member}",
                "--certificate-file",
                "{name}.pem",
                "--key-file",
                "{name}-key.pem",
                "--member",
                "etcd1=etcd1.vagrant,172.28.128.253",
                "--member",
                "etcd2=etcd2.vagrant,172.28.128.252",
                "--member",
                "etcd3=etcd3.vagrant,172.28.128.251");

        for (int number = 1; number <= 3; number++) {
            Path certificate = console.file("etcd" + number + ".pem");
            assertLeaf("ca.pem", certificate, "etcd" + number + "-key.pem");
            assertThat(OpenSsl.field(certificate, "Subject"))
                    .isEqualTo("C = US, ST = California, L = San Diego, O = University of San Diego, "
                            + "OU = Kubernetes CA for vagtestcluster, CN = etcd" + number);
            assertThat(OpenSsl.field(certificate, SANS).split(", "))
                    .containsExactlyInAnyOrder(
                            "DNS:etcd1.vagrant",
                            "DNS:etcd2.vagrant",
                            "DNS:etcd3.vagrant",
                            "IP Address:172.28.128.253",
                            "IP Address:172.28.128.252",
                            "IP Address:172.28.128.251",
                            "DNS:localhost",
                            "IP Address:127.0.0.1",
                            "IP Address:0:0:0:0:0:0:0:1");
            assertThat(OpenSsl.field(certificate, EXTENDED)).isEqualTo(BOTH);
        }
    }

    @Test
    void oneCombinedCertificateForEachMemberOnEllipticCurves() {
        console.run(
                "pki",
                "init",
                "--key-type",
                "secp521r1",
                "--digest",
                "sha256",
                "--days",
                "7305",
                "--path-length",
                "any",
                "--subject",
                "/C=CA/ST=QC/L=Montreal/O=ETCDRootCA/OU=etcd-ca/CN=etcd.kloud.lan",
                "--san",
                "localhost,*.localhost,etcd-ca.kloud.lan,127.0.0.1",
                "--issuer-url",
                "http://localhost:8000/Intermediate-CA.cer",
                "--ocsp-url",
                "http://localhost:8000/ocsp",
                "--crl-url",
                "http://localhost:8000/crl/Root-CA.crl,http://localhost:8080/crl/Intermediate-CA.crl",
                "--certificate-file",
                "etcd-ca.crt",
                "--key-file",
                "etcd-ca.key");
        console.run(
                "pki",
                "issue",
                "--mode",
                "combined",
                "--days",
                "365",
                "--digest",
                "sha256",
                "--subject",
                "/C=CA/ST=QC/L=Montreal/O={member}/OU=IT/CN={member}.kloud.lan",
                "--loopback",
                "localhost,*.localhost,127.0.0.1",
                "--key-usage",
                "nonRepudiation,digitalSignature,keyEncipherment,keyAgreement,dataEncipherment",
                "--member",
                "k8s0etcd1=k8s0etcd1,k8s0etcd1.kloud.lan,10.103.0.101",
                "--member",
                "k8s0etcd4=k8s0etcd4,k8s0etcd4.kloud.lan,10.103.0.201",
                "--client",
                "apiserver-etcd-client");

        Path authority = console.file("etcd-ca.crt");
        Path leaf = console.file("k8s0etcd1.crt");

        assertThat(OpenSsl.field(authority, "Subject"))
                .isEqualTo("C = CA, ST = QC, L = Montreal, O = ETCDRootCA, OU = etcd-ca, CN = etcd.kloud.lan");
        assertThat(OpenSsl.text(authority))
                .contains(
                        "NIST CURVE: P-521",
                        "Signature Algorithm: ecdsa-with-SHA256",
                        "CA Issuers - URI:http://localhost:8000/Intermediate-CA.cer",
                        "OCSP - URI:http://localhost:8000/ocsp",
                        "URI:http://localhost:8080/crl/Intermediate-CA.crl");
        assertThat(OpenSsl.field(authority, "X509v3 Basic Constraints")).isEqualTo("critical CA:TRUE");
        assertThat(OpenSsl.field(authority, "X509v3 Key Usage"))
                .isEqualTo("critical Digital Signature, Certificate Sign, CRL Sign");
        assertThat(OpenSsl.field(authority, "X509v3 Subject Key Identifier"))
                .isEqualTo(OpenSsl.field(authority, "X509v3 Authority Key Identifier"));
        assertValidFor(authority, Duration.ofDays(7305));
        assertLeaf("etcd-ca.crt", leaf, "k8s0etcd1.key");
        assertThat(OpenSsl.field(leaf, "Subject"))
                .isEqualTo("C = CA, ST = QC, L = Montreal, O = k8s0etcd1, OU = IT, CN = k8s0etcd1.kloud.lan");
        assertThat(OpenSsl.field(leaf, SANS).split(", "))
                .containsExactlyInAnyOrder(
                        "DNS:localhost",
                        "DNS:*.localhost",
                        "DNS:k8s0etcd1",
                        "DNS:k8s0etcd1.kloud.lan",
                        "IP Address:127.0.0.1",
                        "IP Address:10.103.0.101");
        assertThat(OpenSsl.text(leaf)).contains("NIST CURVE: P-256");
        assertThat(OpenSsl.field(leaf, "X509v3 Key Usage"))
                .isEqualTo("critical Digital Signature, Non Repudiation, Key Encipherment, Data Encipherment, "
                        + "Key Agreement");
        assertThat(OpenSsl.field(leaf, EXTENDED)).isEqualTo(BOTH);
        assertThat(OpenSsl.field(leaf, "X509v3 Basic Constraints")).isEqualTo("critical CA:FALSE");
        assertValidFor(leaf, Duration.ofDays(365));
        OpenSsl.assertVerifies(authority, console.file("apiserver-etcd-client.crt"), "sslclient");
    }

    @Test
    void oneServerCertificateForTheClusterAPeerForEachMemberAndClients() throws IOException {
        Path authorityRequest = Files.writeString(home.resolve("ca-csr.json"), """
                {"CN": "My own CA", "key": {"algo": "rsa", "size": 2048}, "names": [{
                  "C": "US", "L": "CA", "O": "My Company Name", "ST": "San Francisco",
                  "OU": "Org Unit 1",
                  "OU": "Org Unit 2"}]}
                """);

        FakeInvocation init = console.run(
                "pki",
                "init",
                "--from",
                authorityRequest.toString(),
                "--days",
                "43800h",
                "--certificate-file",
                "ca.pem",
                "--key-file",
                "ca-key.pem");
        console.run(
                "pki",
                "issue",
                "--mode",
                "cluster-server",
                "--days",
                "43800h",
                "--extra-san",
                "etcd.example.com",
                "--subject",
                "server:/C=US/ST=San Francisco/L=CA/CN=etcd-cluster",
                "--subject",
                "/C=US/ST=San Francisco/L=CA/CN={name}",
                "--certificate-file",
                "{name}.pem",
                "--key-file",
                "{name}-key.pem",
                "--key-encoding",
                "sec1",
                "--loopback",
                "127.0.0.1",
                "--member",
                "member-1=member-1,member-1.local,10.0.1.10,public:54.93.140.146",
                "--member",
                "member-2=member-2,member-2.local,10.0.1.11,public:54.93.140.76",
                "--member",
                "member-3=member-3,member-3.local,10.0.1.12,public:54.93.140.30",
                "--client",
                "client");

        assertThat(init.notes())
                .anyMatch(note -> note.contains("\"OU\" stands twice; \"Org Unit 2\" counts, \"Org Unit 1\" is lost"));
        assertValidFor(console.file("ca.pem"), Duration.ofDays(1825));
        Path server = console.file("server.pem");
        assertLeaf("ca.pem", server, "server-key.pem");
        assertThat(OpenSsl.field(server, "Subject")).endsWith("CN = etcd-cluster");
        assertThat(OpenSsl.field(server, SANS).split(", "))
                .contains(
                        "DNS:etcd.example.com",
                        "IP Address:54.93.140.146",
                        "IP Address:54.93.140.76",
                        "IP Address:54.93.140.30",
                        "IP Address:10.0.1.10",
                        "IP Address:10.0.1.11",
                        "IP Address:10.0.1.12",
                        "IP Address:127.0.0.1");
        Path peer = console.file("member-1.pem");
        assertLeaf("ca.pem", peer, "member-1-key.pem");
        assertThat(OpenSsl.field(peer, SANS).split(", "))
                .containsExactlyInAnyOrder(
                        "DNS:member-1",
                        "DNS:member-1.local",
                        "IP Address:10.0.1.10",
                        "IP Address:10.0.1.11",
                        "IP Address:10.0.1.12",
                        "IP Address:127.0.0.1");
        Path client = console.file("client.pem");
        assertThat(OpenSsl.field(client, EXTENDED)).isEqualTo("TLS Web Client Authentication");
        assertThat(OpenSsl.field(client, SANS)).isEmpty();
        assertThat(console.file("client-key.pem")).content().startsWith("-----BEGIN EC PRIVATE KEY-----");
        OpenSsl.assertPair(client, console.file("client-key.pem"));
    }

    private void assertLeaf(String authority, Path certificate, String key) {
        OpenSsl.assertVerifies(console.file(authority), certificate, "sslserver");
        OpenSsl.assertVerifies(console.file(authority), certificate, "sslclient");
        OpenSsl.assertPair(certificate, console.file(key));
    }

    /** From now on; that it begins a little earlier makes it that little longer at most. */
    private static void assertValidFor(Path certificate, Duration wanted) {
        Duration length = Duration.between(
                date(OpenSsl.field(certificate, "Not Before")), date(OpenSsl.field(certificate, "Not After ")));

        assertThat(length).isBetween(wanted.minusMinutes(10), wanted.plusMinutes(10));
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(
                text.replaceFirst("^: ?", "").replaceAll(" +", " "),
                DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy z", Locale.ROOT));
    }
}
