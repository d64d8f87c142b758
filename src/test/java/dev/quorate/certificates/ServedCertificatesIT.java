package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.PemFiles;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.EtcdServer;
import dev.quorate.testing.etcd.TestCertificates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedCertificatesIT {

    @TempDir
    Path home;

    /** What a row has of a port: whose, in which role, with which certificate, at which address. */
    private record Served(String row) {
        boolean is(EtcdServer server, String role, TestCertificates.Pair shown, String authority) {
            Certificate certificate = PemFiles.certificates(shown.certificate()).getFirst();
            return row.startsWith(server.name() + ", " + role + ", ")
                    && row.contains(certificate.serialText())
                    && row.endsWith("valid, " + authority);
        }
    }

    private static List<Served> rows(FakeInvocation line) {
        return line.written().lines().map(Served::new).toList();
    }

    private static void assertServes(FakeInvocation line, EtcdCluster etcd, EtcdServer member) {
        TestCertificates certificates = etcd.certificates();
        assertThat(rows(line))
                .anyMatch(row -> row.is(member, "server", certificates.server(), member.authority()))
                .anyMatch(row -> row.is(member, "peer", certificates.peer(), member.peerAuthority()));
    }

    @ParameterizedTest
    @ValueSource(strings = {EtcdBinaries.V3_4, EtcdBinaries.V3_5})
    void seesBothPortsOfEveryMember(String version) {
        try (EtcdCluster etcd =
                EtcdCluster.of(version).members(3).mutualTls().peerTls().start()) {
            PkiConsole console = new PkiConsole(home, Clock.systemUTC(), etcd.settings(), new JetcdClients());

            FakeInvocation line = console.run("pki", "list", "--served");

            assertThat(rows(line)).hasSize(6);
            etcd.servers().forEach(member -> assertServes(line, etcd, member));
            assertThat(line.notes()).isEmpty();
        }
    }

    /** One of three: no quorum. One is dead and one frozen, so that its ports accept and say nothing. */
    @Test
    void seesWhatIsLeftWithoutAQuorum() {
        try (EtcdCluster etcd = EtcdCluster.of(EtcdBinaries.V3_5)
                .members(3)
                .mutualTls()
                .peerTls()
                .start()) {
            PkiConsole console = new PkiConsole(home, Clock.systemUTC(), etcd.settings(), new JetcdClients());
            etcd.server(0).kill();
            etcd.server(1).freeze();
            Instant begin = Instant.now();

            FakeInvocation line = console.run("pki", "list", "--served");

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(rows(line)).hasSize(2);
            assertServes(line, etcd, etcd.server(2));
            assertThat(line.notes())
                    .hasSize(4)
                    .anyMatch(note -> note.startsWith(
                            "no certificate from " + etcd.server(0).authority()))
                    .anyMatch(note -> note.startsWith(
                            "no certificate from " + etcd.server(1).peerAuthority()));
        }
    }

    /** The session reaches nobody here, so the ports come from the endpoints, and no client certificate is shown. */
    @Test
    void seesWhatAMemberServesWithoutAQuorumAndWithoutAClientCertificate() {
        try (EtcdCluster etcd = EtcdCluster.of(EtcdBinaries.V3_5).mutualTls().start()) {
            Certificate server = PemFiles.certificates(
                            etcd.certificates().server().certificate())
                    .getFirst();
            PkiConsole console = new PkiConsole(
                    home, Clock.systemUTC(), etcd.endpoints().getFirst().text());

            FakeInvocation line = console.run("pki", "list", "--served");

            assertThat(line.written().lines())
                    .singleElement()
                    .asString()
                    .contains(
                            "server",
                            server.serialText(),
                            "valid",
                            etcd.server(0).authority());
            assertThat(line.notes()).singleElement().asString().startsWith("no certificate from 127.0.0.1:");
        }
    }
}
