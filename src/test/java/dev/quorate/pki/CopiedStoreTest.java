package dev.quorate.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a store that treat links in their own way, as backups and copies over a network do, are as good as it. */
class CopiedStoreTest {

    @TempDir
    Path home;

    private Path original;
    private Path copy;

    @BeforeEach
    void makeStore() throws IOException {
        original = home.resolve("pki");
        copy = Files.createDirectory(home.resolve("copy"));
        PkiStore store = store(original);
        CertificateAuthority authority = store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("etcd CA")));
        store.issue(authority, client("first"));
    }

    private static PkiStore store(Path directory) {
        return PkiStore.at(directory, Clock.systemUTC());
    }

    private static CertificateRequest client(String name) {
        return CertificateRequest.of(name, CertificateProfile.CLIENT, List.of());
    }

    private void copyFiles(FileVisitOption... options) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(original, options)) {
            found = walk.toList();
        }
        for (Path each : found) {
            Path target = copy.resolve(original.relativize(each).toString());
            if (Files.isDirectory(each) && (options.length > 0 || !Files.isSymbolicLink(each))) {
                Files.createDirectories(target);
            } else if (options.length > 0 || !Files.isSymbolicLink(each)) {
                Files.copy(each, target);
            }
        }
    }

    private void assertAsGood() {
        PkiStore copied = store(copy);
        assertThat(copied.certificates()).extracting(IssuedCertificate::name).containsExactly("first");

        copied.issue(copied.authority(PkiStore.NO_PASSPHRASE), client("second"));

        assertThat(store(copy).certificates())
                .extracting(IssuedCertificate::name)
                .containsExactly("first", "second");
        OpenSsl.assertPair(copy.resolve("first.crt"), copy.resolve("first.key"));
        OpenSsl.assertPair(copy.resolve("second.crt"), copy.resolve("second.key"));
        OpenSsl.assertVerifies(copy.resolve("ca.crt"), copy.resolve("second.crt"), "sslclient");
        assertThat(copy.resolve(".current")).isSymbolicLink();
    }

    @Test
    void withoutLinksItsLastVersionCounts() throws IOException {
        copyFiles();
        assertThat(copy.resolve("ca.key")).doesNotExist();

        assertAsGood();
    }

    @Test
    void withLinksFollowedItsPlainFilesCount() throws IOException {
        copyFiles(FileVisitOption.FOLLOW_LINKS);
        assertThat(copy.resolve(".current")).isDirectory();

        assertAsGood();
    }

    @Test
    void withoutItsHiddenFilesNothingIsMadeUp() throws IOException {
        for (String name : List.of("ca.crt", "ca.key", "index.jsonl")) {
            Files.copy(original.resolve(name), copy.resolve(name));
        }

        PkiStore copied = store(copy);
        copied.issue(copied.authority(PkiStore.NO_PASSPHRASE), client("second"));

        OpenSsl.assertVerifies(copy.resolve("ca.crt"), copy.resolve("second.crt"), "sslclient");
    }
}
