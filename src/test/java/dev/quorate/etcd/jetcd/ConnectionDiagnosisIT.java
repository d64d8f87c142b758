package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.testing.etcd.BlackHole;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.TestCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way not to reach etcd has its own words, and is told within the dial timeout and a moment. */
final class ConnectionDiagnosisIT {

    private static final Duration DIAL = Duration.ofSeconds(2);
    private static EtcdCluster secure;
    private static EtcdCluster plain;

    @BeforeAll
    static void start() {
        secure = EtcdCluster.of(EtcdBinaries.V3_5).mutualTls().start();
        plain = EtcdCluster.of(EtcdBinaries.V3_5).start();
    }

    @AfterAll
    static void stop() {
        secure.close();
        plain.close();
    }

    @Test
    void nothingListens() throws IOException {
        Endpoint free = new Endpoint("http://127.0.0.1:" + freePort());

        Failure failure = failure(EtcdSettings.Tls.NONE, free);

        assertThat(failure.what())
                .isEqualTo("cannot connect to " + free + ": nothing listens there (connection refused)");
        assertThat(failure.hint()).startsWith("is etcd running there?");
        assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_CONNECTION);
    }

    @Test
    void nameDoesNotResolve() {
        Failure failure = failure(EtcdSettings.Tls.NONE, new Endpoint("http://no-such-host.invalid:2379"));

        assertThat(failure.what())
                .isEqualTo("cannot connect to http://no-such-host.invalid:2379:"
                        + " the name no-such-host.invalid does not resolve (no such host)");
    }

    @Test
    void hostDoesNotAnswer() throws IOException {
        try (BlackHole hole = BlackHole.open()) {
            Failure failure = failure(EtcdSettings.Tls.NONE, hole.endpoint("http"));

            assertThat(failure.what()).endsWith("no answer to the connection attempt within 2s");
            assertThat(failure.hint()).startsWith("is the host up?");
        }
    }

    @Test
    void processHangs() {
        try (EtcdCluster frozen = EtcdCluster.of(EtcdBinaries.V3_5).start()) {
            frozen.server(0).freeze();

            Failure failure = failure(EtcdSettings.Tls.NONE, frozen.endpoints().getFirst());

            assertThat(failure.what()).endsWith("it accepts connections but does not answer: the process hangs");
        }
    }

    @Test
    void tlsToAPlainPort() {
        Endpoint endpoint = new Endpoint("https://" + plain.server(0).authority());

        Failure failure = failure(secure.settings().tls(), endpoint);

        assertThat(failure.what()).endsWith("it speaks plain text, not TLS");
        assertThat(failure.hint()).contains("http://" + endpoint.authority());
    }

    @Test
    void plainToATlsPort() {
        Endpoint endpoint = new Endpoint("http://" + secure.server(0).authority());

        Failure failure = failure(EtcdSettings.Tls.NONE, endpoint);

        assertThat(failure.what()).endsWith("it speaks TLS, not plain text");
        assertThat(failure.hint()).contains("https://" + endpoint.authority());
    }

    @Test
    void unknownAuthority() {
        EtcdSettings.Tls tls = new EtcdSettings.Tls(
                Optional.of(secure.certificates().foreignAuthority()), Optional.empty(), Optional.empty(), false);

        Failure failure = failure(tls, secure.endpoints().getFirst());

        assertThat(failure.what()).endsWith("its certificate is signed by an unknown authority: CN=ca");
        assertThat(failure.hint()).contains("--cacert");
    }

    @Test
    void authorityOfTheSystemDoesNotKnowIt() {
        Failure failure = failure(EtcdSettings.Tls.NONE, secure.endpoints().getFirst());

        assertThat(failure.what()).contains("unknown authority: CN=ca");
    }

    @Test
    void nameNotInTheCertificate() {
        try (EtcdCluster misnamed = EtcdCluster.of(EtcdBinaries.V3_5)
                .mutualTls()
                .serverCertificate(TestCertificates::misnamedServer)
                .start()) {
            Failure failure =
                    failure(misnamed.settings().tls(), misnamed.endpoints().getFirst());

            assertThat(failure.what()).endsWith("its certificate is not for 127.0.0.1 but for etcd.example, 192.0.2.7");
        }
    }

    @Test
    void serverCertificateExpired() {
        try (EtcdCluster expired = EtcdCluster.of(EtcdBinaries.V3_5)
                .mutualTls()
                .serverCertificate(TestCertificates::expiredServer)
                .start()) {
            Failure failure =
                    failure(expired.settings().tls(), expired.endpoints().getFirst());

            assertThat(failure.what())
                    .containsPattern("its certificate expired on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
        }
    }

    @Test
    void skippingVerificationAcceptsAnyServer() {
        try (EtcdCluster expired = EtcdCluster.of(EtcdBinaries.V3_5)
                .serverTls()
                .serverCertificate(TestCertificates::expiredServer)
                .start()) {
            EtcdSettings.Tls careless =
                    new EtcdSettings.Tls(Optional.empty(), Optional.empty(), Optional.empty(), true);

            try (EtcdClient client = client(careless, expired.endpoints())) {
                assertThat(client.membership().list(false).members()).hasSize(1);
            }
        }
    }

    @Test
    void clientCertificateMissing() {
        EtcdSettings.Tls tls = new EtcdSettings.Tls(
                Optional.of(secure.certificates().authority()), Optional.empty(), Optional.empty(), false);

        Failure failure = failure(tls, secure.endpoints().getFirst());

        assertThat(failure.what()).contains("it asks for a client certificate and none is given");
        assertThat(failure.hint()).isEqualTo("give one with --cert and --key");
    }

    @Test
    void clientCertificateExpired() {
        Failure failure = failure(
                secure.tls(secure.certificates().expiredClient()),
                secure.endpoints().getFirst());

        assertThat(failure.what()).contains("it refused the client certificate, which expired on ");
    }

    @Test
    void clientCertificateOfAnotherAuthority() {
        Failure failure = failure(
                secure.tls(secure.certificates().foreignClient()),
                secure.endpoints().getFirst());

        assertThat(failure.what())
                .contains("it refused the client certificate: it does not know its authority, CN=foreign-ca");
    }

    @Test
    void clientCertificateRevoked(@TempDir Path home) {
        Path list = home.resolve("clients.crl");
        try (EtcdCluster listed = EtcdCluster.of(EtcdBinaries.V3_5)
                .mutualTls()
                .with("--client-crl-file=" + list)
                .before(cluster -> copy(
                        cluster.certificates()
                                .revocationList(cluster.certificates().client("banished")),
                        list))
                .start()) {
            Failure failure = failure(
                    listed.tls(listed.certificates().client("banished")),
                    listed.endpoints().getFirst());

            assertThat(failure.what()).endsWith(": it closed the connection right after the TLS handshake");
            assertThat(failure.hint()).contains("is the client certificate revoked (client-crl-file)?");
        }
    }

    private static void copy(Path file, Path target) {
        try {
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void certificateWithoutItsKey() {
        EtcdSettings.Tls tls = new EtcdSettings.Tls(
                Optional.empty(), Optional.of(secure.certificates().client().certificate()), Optional.empty(), false);

        assertThat(failure(tls, secure.endpoints().getFirst()).what())
                .isEqualTo("a client certificate without its key");
    }

    @Test
    void fileThatIsNotThere() {
        EtcdSettings.Tls tls =
                new EtcdSettings.Tls(Optional.of(Path.of("/no/ca.crt")), Optional.empty(), Optional.empty(), false);

        assertThat(failure(tls, secure.endpoints().getFirst()).what())
                .isEqualTo("open /no/ca.crt: no such file or directory");
    }

    @Test
    void listsTheCauseOfEachEndpoint() throws IOException {
        Endpoint refused = new Endpoint("https://127.0.0.1:" + freePort());
        Endpoint plainText = new Endpoint("https://" + plain.server(0).authority());

        Failure failure = failure(secure.settings().tls(), refused, plainText);

        assertThat(failure.what())
                .isEqualTo("no endpoint can be reached:\n  "
                        + refused + ": nothing listens there (connection refused)\n  "
                        + plainText + ": it speaks plain text, not TLS");
    }

    @Test
    void everyKindOfKeyIsPresented() {
        TestCertificates certificates = secure.certificates();
        List<TestCertificates.Pair> pairs = List.of(
                certificates.clientWithKey("rsa", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"),
                certificates.clientWithKey("p384", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"),
                certificates.clientWithKey("p521", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"),
                certificates.clientWithKey("ed25519", "-algorithm", "ED25519"));

        for (TestCertificates.Pair pair : pairs) {
            try (EtcdClient client = client(secure.tls(pair), secure.endpoints())) {
                assertThat(client.membership().list(true).members()).hasSize(1);
            }
        }
    }

    @Test
    void schemeDecidesOverCertificates() {
        Endpoint noScheme = new Endpoint(secure.server(0).authority());
        Endpoint http = plain.endpoints().getFirst();

        try (EtcdClient tls = client(secure.settings().tls(), List.of(noScheme));
                EtcdClient clear = client(secure.settings().tls(), List.of(http))) {
            assertThat(tls.membership().list(false).members()).hasSize(1);
            assertThat(clear.membership().list(false).members()).hasSize(1);
        }
    }

    private static Failure failure(EtcdSettings.Tls tls, Endpoint... endpoints) {
        try (EtcdClient client = client(tls, List.of(endpoints))) {
            long start = System.nanoTime();
            OperatorException thrown = catchThrowableOfType(
                    OperatorException.class,
                    () -> client.keys().range(RangeRequest.of(KeyRange.single(Bytes.of("foo")))));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DIAL.multipliedBy(2));
            return thrown.failure();
        }
    }

    private static EtcdClient client(EtcdSettings.Tls tls, List<Endpoint> endpoints) {
        return new JetcdClients()
                .connect(new EtcdSettings(
                        endpoints,
                        tls,
                        Optional.empty(),
                        EtcdSettings.Timeouts.DEFAULT,
                        EtcdSettings.KeepAlive.DEFAULT));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
