package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    private static final String CERTIFICATE = "apiserver-etcd-client.crt";
    private static final String KEY = "apiserver-etcd-client.key";

    @TempDir
    Path home;

    private PkiStore store() {
        return PkiStore.at(home.resolve("pki"), Clock.systemUTC());
    }

    private IssuedCertificate issue() {
        CertificateAuthority authority = store().ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        return store().issue(authority, CertificateRequest.of("client", CertificateProfile.CLIENT, List.of()));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void parksWhatItReplaces() throws IOException {
        Path bundle = Files.writeString(home.resolve("client.pem"), "what somebody else put here");

        new Exports(store()).bundle(issue(), bundle);

        assertThat(names(home)).hasSize(3).contains("client.pem", "pki");
        assertThat(home.resolve(names(home).get(1))).hasContent("what somebody else put here");
    }

    @Test
    void leavesNoKeyBehindWhereItCannotWrite() throws IOException {
        IssuedCertificate client = issue();
        Path folder = Files.createDirectory(home.resolve("folder"));
        Files.writeString(folder.resolve("precious"), "");

        assertThatThrownBy(() -> new Exports(store()).bundle(client, folder)).isInstanceOf(OperatorException.class);

        assertThat(names(home)).containsExactly("folder", "pki");
        assertThat(names(folder)).containsExactly("precious");
    }

    @Test
    void leavesAloneWhatIsThere() throws IOException {
        IssuedCertificate client = issue();
        Path folder = home.resolve("kubernetes");
        new Exports(store()).kubeadm(client, folder);
        FileTime before = Files.getLastModifiedTime(folder.resolve(KEY));

        new Exports(store()).kubeadm(client, folder);

        assertThat(names(folder)).containsExactly(CERTIFICATE, KEY, "etcd");
        assertThat(Files.getLastModifiedTime(folder.resolve(KEY))).isEqualTo(before);
    }

    /** Plain files cannot change at one instant; what must not be is a certificate beside another's key. */
    @Test
    void neverLeavesACertificateBesideAnothersKey() throws IOException {
        boolean alive = false;
        for (int instant = 0; !alive; instant++) {
            Path folder = home.resolve("kubernetes-" + instant);
            IssuedCertificate old = issue();
            new Exports(store()).kubeadm(old, folder);
            IssuedCertificate next = issue();

            alive = survives(next, MortalFiles.of(folder, instant));

            if (Files.exists(folder.resolve(CERTIFICATE))) {
                assertThat(certificate(folder.resolve(CERTIFICATE))
                                .belongsTo(PemFiles.key(folder.resolve(KEY), PkiStore.NO_PASSPHRASE)))
                        .isTrue();
            }
            assertThat(certificates(folder)).contains(old.certificate());
            new Exports(store()).kubeadm(next, folder);
            assertThat(certificate(folder.resolve(CERTIFICATE))).isEqualTo(next.certificate());
        }
    }

    private boolean survives(IssuedCertificate client, Path folder) {
        try {
            new Exports(store()).kubeadm(client, folder);
            return true;
        } catch (MortalFiles.Death _) {
            return false;
        }
    }

    private static Certificate certificate(Path file) {
        return PemFiles.certificates(file).getFirst();
    }

    private static List<Certificate> certificates(Path folder) throws IOException {
        List<Certificate> found = new ArrayList<>();
        for (String name : names(folder)) {
            if (name.startsWith(CERTIFICATE)) {
                found.add(certificate(folder.resolve(name)));
            }
        }
        return found;
    }

    @Test
    void refusesACertificateWhoseKeyIsAnothers() throws IOException {
        IssuedCertificate client = issue();
        Files.copy(store().authorityKeyFile(), home.resolve("other.key"));
        Files.delete(client.keyFile());
        Files.move(home.resolve("other.key"), client.keyFile());

        assertThatThrownBy(() -> new Exports(store()).bundle(client, home.resolve("client.pem")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(client.keyFile() + " is not the key of client");
        assertThat(home.resolve("client.pem")).doesNotExist();
    }
}
