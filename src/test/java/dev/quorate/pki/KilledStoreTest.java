package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever instant a writer dies at, the store has the old pair or the new one. */
class KilledStoreTest {

    private static final int KILLS = 12;

    @TempDir
    Path home;

    private Path pki() {
        return home.resolve("pki");
    }

    private PkiStore store() {
        return PkiStore.at(pki(), Clock.systemUTC());
    }

    @Test
    void aKilledWriterLeavesAWholePair() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            killAfterSomeRenewals(RandomGenerator.getDefault().nextInt(40));

            IssuedCertificate present = store().require("client");

            OpenSsl.assertPair(present.certificateFile(), present.keyFile());
            assertThat(store().entries().getLast().get("serial"))
                    .isEqualTo(present.certificate().serialText());
            assertThat(leftovers()).isEmpty();
        }
    }

    private void killAfterSomeRenewals(int milliseconds) throws Exception {
        long before = renewals();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRenewal.class.getName(),
                        pki().toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("writer.log").toFile())
                .start();
        while (renewals() < before + 2 && writer.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(writer.isAlive())
                .as("%s", Files.readString(home.resolve("writer.log")))
                .isTrue();
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        writer.destroyForcibly().waitFor();
    }

    /** As the index tells, without opening the store, which would finish what was cut short. */
    private long renewals() throws IOException {
        Path index = pki().resolve(StoreIndex.FILE);
        if (!Files.exists(index)) {
            return 0;
        }
        return Files.readString(index).lines().count();
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(pki())) {
            return files.filter(file -> file.getFileName().toString().startsWith(StoreTransaction.PENDING)
                            || file.getFileName().toString().startsWith(StoreTransaction.STAGING))
                    .toList();
        }
    }

    /** Each instant of a commit that a kill could meet, made by hand. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whoeverOpensTheStoreNextFinishesWhatWasCommitted(int moved) throws IOException {
        CertificateAuthority authority = store().ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        IssuedCertificate old =
                store().issue(authority, CertificateRequest.of("client", CertificateProfile.CLIENT, List.of()));
        KeyedCertificate next = authority.issue(CertificateRequest.of("client", CertificateProfile.CLIENT, List.of()));
        Path pending = Files.createDirectory(pki().resolve(StoreTransaction.PENDING + "20260101T000000.000Z"));
        Path crt = moved > 0 ? old.certificateFile() : pending.resolve("client.crt");
        Path key = moved > 1 ? old.keyFile() : pending.resolve("client.key");
        Files.write(crt, next.certificate().pemBytes());
        Files.writeString(key, next.keyPem(KeyEncoding.PKCS8));

        IssuedCertificate present = store().require("client");

        assertThat(present.certificate()).isEqualTo(next.certificate());
        OpenSsl.assertPair(present.certificateFile(), present.keyFile());
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whatWasNotCommittedIsDropped() throws IOException {
        CertificateAuthority authority = store().ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        IssuedCertificate old =
                store().issue(authority, CertificateRequest.of("client", CertificateProfile.CLIENT, List.of()));
        Path staging = Files.createDirectory(pki().resolve(StoreTransaction.STAGING + "20260101T000000.000Z"));
        Files.writeString(staging.resolve("client.key"), "half a k");

        IssuedCertificate present = store().require("client");

        assertThat(present.certificate()).isEqualTo(old.certificate());
        OpenSsl.assertPair(present.certificateFile(), present.keyFile());
        assertThat(leftovers()).isEmpty();
    }
}
