package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever instant a writer dies or is looked at, the folder has the old pair or the new one. */
class KilledStoreTest {

    private static final int KILLS = 12;
    private static final CertificateRequest CLIENT =
            CertificateRequest.of("client", CertificateProfile.CLIENT, List.of());

    @TempDir
    Path home;

    private PkiStore store(Path directory) {
        return PkiStore.at(directory, Clock.systemUTC());
    }

    private CertificateAuthority authority(Path directory) {
        return store(directory).ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
    }

    private IssuedCertificate issue(Path directory) {
        return store(directory).issue(authority(directory), CLIENT);
    }

    /** What any program finds that knows nothing of the store. */
    private static Certificate pairOnDisk(Path directory) {
        Certificate certificate =
                PemFiles.certificates(directory.resolve("client.crt")).getFirst();
        assertThat(certificate.belongsTo(PemFiles.key(directory.resolve("client.key"), PkiStore.NO_PASSPHRASE)))
                .as("key and certificate belong together")
                .isTrue();
        return certificate;
    }

    @FunctionalInterface
    private interface Looking {
        void at(Path directory, Certificate before);
    }

    /** Lets {@code change} die before each of its changes of the folder in turn, then live through, and looks each time. */
    private void atEveryInstant(Consumer<Path> preparation, Consumer<Path> change, Looking looking) {
        boolean alive = false;
        int instants = 0;
        while (!alive) {
            Path directory = home.resolve("pki-" + instants);
            preparation.accept(directory);
            Certificate before =
                    PemFiles.certificates(directory.resolve("ca.crt")).getFirst();
            if (Files.exists(directory.resolve("client.crt"))) {
                before = pairOnDisk(directory);
            }
            alive = survives(change, MortalFiles.of(directory, instants));
            looking.at(directory, before);
            instants++;
        }
        assertThat(instants).isGreaterThan(10);
    }

    private static boolean survives(Consumer<Path> change, Path directory) {
        try {
            change.accept(directory);
            return true;
        } catch (MortalFiles.Death _) {
            return false;
        }
    }

    private void renewWithNewKey(Path directory) {
        PkiStore store = store(directory);
        new StoreRenewals(store).renew(store.authority(PkiStore.NO_PASSPHRASE), List.of(store.require("client")), true);
    }

    private void assertTidy(Path directory, Certificate found) {
        PkiStore store = store(directory);
        assertThat(store.require("client").certificate()).isEqualTo(found);
        assertThat(store.entries().getLast().get("serial")).isEqualTo(found.serialText());
        assertThat(store.certificates()).hasSize(1);
        assertThat(leftovers(directory)).isEmpty();
    }

    /** Hidden things but the lock, the link and the one version. */
    private static List<String> leftovers(Path directory) {
        List<String> hidden = names(directory).stream()
                .filter(name -> name.startsWith("."))
                .filter(name -> !name.equals(".lock") && !name.equals(".current"))
                .toList();
        return hidden.subList(Math.min(1, hidden.size()), hidden.size());
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long parkedKeys(Path directory) {
        return names(directory).stream()
                .filter(name -> name.startsWith("client.key."))
                .count();
    }

    @Test
    void aPairIsRenewedAtOneInstant() {
        atEveryInstant(this::issue, this::renewWithNewKey, (directory, before) -> {
            Certificate found = pairOnDisk(directory);

            assertTidy(directory, found);
            assertThat(parkedKeys(directory)).isEqualTo(found.equals(before) ? 0 : 1);
        });
    }

    @Test
    void aNewPairAppearsAtOneInstant() {
        atEveryInstant(this::authority, this::issue, (directory, _) -> {
            boolean certificate = Files.exists(directory.resolve("client.crt"));

            assertThat(Files.exists(directory.resolve("client.key"))).isEqualTo(certificate);
            assertThat(store(directory).find("client").isPresent()).isEqualTo(certificate);
            if (certificate) {
                assertTidy(directory, pairOnDisk(directory));
            }
        });
    }

    /** Plain files, as another program would leave them, or an operator who copied the folder. */
    private void plainFiles(Path directory) {
        issue(directory);
        for (String name : List.of("ca.crt", "ca.key", "client.crt", "client.key", "index.jsonl")) {
            makePlain(directory.resolve(name));
        }
    }

    private static void makePlain(Path link) {
        try {
            Path content = link.toRealPath();
            Files.delete(link);
            Files.copy(content, link);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void plainFilesAreTakenOverAtOneInstant() {
        atEveryInstant(this::plainFiles, this::renewWithNewKey, (directory, before) -> {
            Certificate found = pairOnDisk(directory);

            assertTidy(directory, found);
            if (!found.equals(before)) {
                renewWithNewKey(directory);
                assertTidy(directory, pairOnDisk(directory));
                assertThat(parkedKeys(directory)).isGreaterThanOrEqualTo(2);
            }
        });
    }

    @Test
    void whatAnOperatorTookAwayStaysAwayAndIsParked() throws IOException {
        Path directory = home.resolve("pki");
        IssuedCertificate issued = issue(directory);
        String key = Files.readString(issued.keyFile());
        Files.delete(issued.keyFile());

        store(directory)
                .issue(authority(directory), CertificateRequest.of("other", CertificateProfile.CLIENT, List.of()));

        assertThat(Files.exists(issued.keyFile(), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(parkedKeys(directory)).isEqualTo(1);
        assertThat(names(directory).stream()
                        .filter(name -> name.startsWith("client.key."))
                        .map(directory::resolve))
                .singleElement()
                .satisfies(parked -> assertThat(Files.readString(parked)).isEqualTo(key));
    }

    @Test
    void aKilledWriterLeavesAWholePair() throws Exception {
        Path directory = home.resolve("pki");
        issue(directory);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfterSomeRenewals(directory, RandomGenerator.getDefault().nextInt(40));

            Certificate found = pairOnDisk(directory);
            OpenSsl.assertPair(directory.resolve("client.crt"), directory.resolve("client.key"));
            assertTidy(directory, found);
        }
    }

    private void killAfterSomeRenewals(Path directory, int milliseconds) throws Exception {
        long before = renewals(directory);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRenewal.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("writer.log").toFile())
                .start();
        while (renewals(directory) < before + 2 && writer.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(writer.isAlive())
                .as("%s", Files.readString(home.resolve("writer.log")))
                .isTrue();
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        writer.destroyForcibly().waitFor();
    }

    /** As the index tells, without opening the store, which would tidy what was cut short. */
    private static long renewals(Path directory) throws IOException {
        return Files.readString(directory.resolve(StoreIndex.FILE)).lines().count();
    }
}
