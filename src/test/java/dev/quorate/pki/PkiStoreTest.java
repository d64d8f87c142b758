package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiStoreTest {

    private static final List<AlternativeName> NAMES =
            List.of(AlternativeName.of("etcd1"), AlternativeName.of("127.0.0.1"), AlternativeName.of("::1"));

    @TempDir
    Path home;

    private PkiStore store() {
        return PkiStore.at(home.resolve("pki"), Clock.systemUTC());
    }

    private static CertificateRequest server() {
        return CertificateRequest.of("etcd1-server", CertificateProfile.SERVER, NAMES);
    }

    @Test
    void issuesWhatOpensslVerifies() {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));

        IssuedCertificate issued = store.issue(authority, server());

        OpenSsl.assertVerifies(store.authorityFile(), issued.certificateFile(), "sslserver");
        OpenSsl.assertVerifies(store.authorityFile(), issued.certificateFile(), "sslclient");
        OpenSsl.assertPair(issued.certificateFile(), issued.keyFile());
        assertThat(OpenSsl.text(issued.certificateFile()))
                .contains("DNS:etcd1, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1");
    }

    @Test
    void keepsKeysPrivateAndCertificatesReadable() throws IOException {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));

        IssuedCertificate issued = store.issue(authority, server());

        assertThat(permissions(store.directory())).isEqualTo("rwx------");
        assertThat(permissions(issued.keyFile())).isEqualTo("rw-------");
        assertThat(permissions(issued.certificateFile())).isEqualTo("rw-r--r--");
        assertThat(permissions(store.directory().resolve("ca.key"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void findsAgainWhatFits() {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        IssuedCertificate first = store.ensure(authority, server());

        IssuedCertificate second =
                store().ensure(store().ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA"))), server());

        assertThat(second.certificate()).isEqualTo(first.certificate());
    }

    @Test
    void issuesAnewWhatLacksAName() {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        IssuedCertificate first = store.ensure(authority, server());
        CertificateRequest wider = CertificateRequest.of(
                "etcd1-server", CertificateProfile.SERVER, List.of(AlternativeName.of("etcd1.example.com")));

        IssuedCertificate second = store.ensure(authority, wider);

        assertThat(second.certificate().serial())
                .isNotEqualTo(first.certificate().serial());
        assertThat(store.certificates()).hasSize(1);
    }

    @Test
    void issuesAnewWhatEndsSoon() {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        store.issue(authority, server().withValidity(Duration.ofMinutes(6)));

        IssuedCertificate second = store.ensure(authority, server());

        assertThat(second.certificate().validity().daysLeft(Clock.systemUTC().instant()))
                .isEqualTo(364);
    }

    @Test
    void parksWhatItReplaces() throws IOException {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        IssuedCertificate first = store.issue(authority, server());
        String oldKey = Files.readString(first.keyFile());

        store.issue(authority, server());

        List<Path> parked = parked(store, "etcd1-server.key");
        assertThat(parked).hasSize(1);
        assertThat(parked.getFirst()).hasContent(oldKey.strip());
        assertThat(permissions(parked.getFirst())).isEqualTo("rw-------");
    }

    private static List<Path> parked(PkiStore store, String file) throws IOException {
        try (var files = Files.list(store.directory())) {
            return files.filter(path -> path.getFileName().toString().startsWith(file + "."))
                    .toList();
        }
    }

    @Test
    void namesALineOfTheIndexThatIsDamaged() throws IOException {
        PkiStore store = store();
        store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        Path index = store.directory().resolve("index.jsonl");
        Files.writeString(index, Files.readString(index) + "{\"time\": cut");

        assertThatThrownBy(() -> store().certificates())
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("line 2 of " + index + " is damaged: ");
    }

    @Test
    void aFolderThatCannotBeReachedIsNotTakenForAnEmptyOne() throws IOException {
        Path circle = home.resolve("circle");
        PkiStore store = PkiStore.at(Files.createSymbolicLink(circle, circle), Clock.systemUTC());

        assertThatThrownBy(store::certificates)
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("cannot read " + store.directory());
    }

    /** Steps of a plan distribute to all hosts at once. */
    @Test
    void threadsThatShareAStoreWaitForEachOther() throws Exception {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        IssuedCertificate issued = store.issue(authority, server());
        List<Callable<Void>> hosts = IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(host -> () -> {
                    store.record(List.of(new Installation(issued, "host-" + host)));
                    return null;
                })
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(hosts.size())) {
            for (Future<Void> done : threads.invokeAll(hosts)) {
                done.get();
            }
        }

        assertThat(store.installations()).hasSize(hosts.size());
    }

    @Test
    void refusesAServerCertificateWithoutNames() {
        PkiStore store = store();
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        CertificateRequest nameless = CertificateRequest.of("etcd1", CertificateProfile.SERVER, List.of());

        assertThatThrownBy(() -> store.issue(authority, nameless))
                .isInstanceOf(OperatorException.class)
                .hasMessage("the server certificate etcd1 names no host");
    }

    @Test
    void opensAnEncryptedAuthorityWithItsPassphraseOnly() {
        PkiStore store = store();
        Passphrase passphrase = Passphrase.of("correct horse".toCharArray());
        store.createAuthority(
                AuthorityRequest.of(Subject.ofCommonName("etcd CA")), FileNames.crt("ca"), Optional.of(passphrase));
        Path key = store.directory().resolve("ca.key");

        CertificateAuthority opened = store.authority(what -> Passphrase.of("correct horse".toCharArray()));

        assertThat(opened.certificate()).isEqualTo(store.authorityCertificate());
        OpenSsl.output("pkey", "-in", key, "-passin", "pass:correct horse", "-noout");
        assertThatThrownBy(() -> store.authority(what -> Passphrase.of("wrong".toCharArray())))
                .isInstanceOf(OperatorException.class)
                .hasMessage("the passphrase does not open " + key);
    }
}
