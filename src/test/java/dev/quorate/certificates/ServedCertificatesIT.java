package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.pki.Certificate;
import dev.quorate.pki.PemFiles;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedCertificatesIT {

    @TempDir
    Path home;

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
