package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.EtcdBinaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three members that show each other our peer certificates and clients our server certificates. */
class AcceptedByEtcdIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path home;

    private final List<Process> processes = new ArrayList<>();

    private record Node(String name, String address, int clientPort, int peerPort) {

        static Node number(int number) {
            String address = "127.0.0." + number;
            return new Node("etcd" + number, address, freePort(address), freePort(address));
        }

        String clientUrl() {
            return "https://" + address + ":" + clientPort;
        }

        String peerUrl() {
            return "https://" + address + ":" + peerPort;
        }
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    @ParameterizedTest
    @CsvSource({
        EtcdBinaries.V3_4 + ", EC_P256, PKCS8, PER_MEMBER",
        EtcdBinaries.V3_4 + ", RSA_2048, PKCS1, CLUSTER_SERVER",
        EtcdBinaries.V3_4 + ", ED25519, PKCS8, COMBINED",
        EtcdBinaries.V3_5 + ", EC_P256, SEC1, CLUSTER_SERVER",
        EtcdBinaries.V3_5 + ", RSA_2048, PKCS8, PER_MEMBER",
        EtcdBinaries.V3_5 + ", EC_P521, PKCS8, ONE_FOR_ALL",
        EtcdBinaries.V3_5 + ", ED25519, PKCS8, SHARED_NAMES",
    })
    void membersAndClientsTrustEachOther(String version, KeyType keyType, KeyEncoding encoding, IssueMode mode)
            throws Exception {
        List<Node> nodes = Stream.of(1, 2, 3).map(Node::number).toList();
        Map<String, IssuedCertificate> certificates = issue(nodes, keyType, encoding, mode);
        for (Node node : nodes) {
            start(version, node, nodes, certificates);
        }

        String health = etcdctl(version, nodes, certificates.get("root"), "endpoint", "health");
        String put = etcdctl(version, nodes, certificates.get("root"), "put", "k", "v");

        assertThat(health.lines().filter(line -> line.contains("is healthy"))).hasSize(3);
        assertThat(put).contains("OK");
    }

    private Map<String, IssuedCertificate> issue(
            List<Node> nodes, KeyType keyType, KeyEncoding encoding, IssueMode mode) {
        PkiStore store = PkiStore.at(home.resolve("pki"), Clock.systemUTC());
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        CertificateTemplate base = CertificateTemplate.DEFAULT;
        CertificateTemplate template = new CertificateTemplate(
                base.subject(),
                keyType,
                encoding,
                base.validity(),
                base.certificateFile(),
                base.keyFile(),
                base.special());
        Map<CertificateProfile, CertificateTemplate> templates = Stream.of(CertificateProfile.values())
                .collect(java.util.stream.Collectors.toMap(profile -> profile, profile -> template));
        List<MemberNames> members = nodes.stream()
                .map(node -> MemberNames.of(node.name(), List.of(node.address())))
                .toList();
        PkiPlan plan = new PkiPlan(mode, "shared", members, PkiPlan.LOOPBACK, List.of(), List.of("root"), templates);
        return store.issue(authority, plan.requests()).stream()
                .collect(java.util.stream.Collectors.toMap(IssuedCertificate::name, issued -> issued));
    }

    private void start(String version, Node node, List<Node> nodes, Map<String, IssuedCertificate> certificates)
            throws IOException {
        IssuedCertificate server = first(certificates, node.name() + "-server", "shared", node.name());
        IssuedCertificate peer = first(certificates, node.name() + "-peer", node.name(), "shared");
        String authority = home.resolve("pki").resolve("ca.crt").toString();
        String cluster = String.join(
                ",",
                nodes.stream().map(each -> each.name() + "=" + each.peerUrl()).toList());
        List<String> command = new ArrayList<>(List.of(
                EtcdBinaries.etcd(version).toString(),
                "--name",
                node.name(),
                "--data-dir",
                home.resolve(node.name()).toString(),
                "--logger",
                "zap"));
        command.addAll(List.of("--listen-client-urls", node.clientUrl(), "--advertise-client-urls", node.clientUrl()));
        command.addAll(List.of("--listen-peer-urls", node.peerUrl(), "--initial-advertise-peer-urls", node.peerUrl()));
        command.addAll(List.of("--initial-cluster", cluster, "--client-cert-auth", "--peer-client-cert-auth"));
        command.addAll(List.of("--trusted-ca-file", authority, "--peer-trusted-ca-file", authority));
        command.addAll(List.of("--cert-file", server.certificateFile().toString()));
        command.addAll(List.of("--key-file", server.keyFile().toString()));
        command.addAll(List.of("--peer-cert-file", peer.certificateFile().toString()));
        command.addAll(List.of("--peer-key-file", peer.keyFile().toString()));
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(node.name() + ".log").toFile())
                .start());
    }

    private static IssuedCertificate first(Map<String, IssuedCertificate> certificates, String... names) {
        return Stream.of(names)
                .filter(certificates::containsKey)
                .map(certificates::get)
                .findFirst()
                .orElseThrow();
    }

    /** Until it succeeds: members take a moment to find each other. */
    private String etcdctl(String version, List<Node> nodes, IssuedCertificate client, String... words)
            throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> command = new ArrayList<>(List.of(
                    EtcdBinaries.etcdctl(version).toString(),
                    "--endpoints",
                    String.join(",", nodes.stream().map(Node::clientUrl).toList()),
                    "--cacert",
                    home.resolve("pki").resolve("ca.crt").toString(),
                    "--cert",
                    client.certificateFile().toString(),
                    "--key",
                    client.keyFile().toString()));
            command.addAll(List.of(words));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return output;
            }
            assertThat(System.nanoTime()).as(output).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static int freePort(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
