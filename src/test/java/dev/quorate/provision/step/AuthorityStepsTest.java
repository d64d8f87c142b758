package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.AuthorityFiles;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.Passphrase;
import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreImports;
import dev.quorate.pki.Subject;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.step.IssueCertificates.Signer;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authorities that are there already, as openssl and cfssl leave them, and one whose key is elsewhere. */
class AuthorityStepsTest {

    private static final CertificateRequest WANTED = CertificateRequest.of(
            "etcd1", CertificateProfile.COMBINED, List.of(AlternativeName.of("etcd1"), AlternativeName.of("10.0.0.1")));

    @TempDir
    private Path folder;

    private Path theirs;
    private PkiStore store;

    @BeforeEach
    void prepare() throws IOException {
        theirs = Files.createDirectory(folder.resolve("theirs"));
        store = PkiStore.at(folder.resolve("pki"), Clock.systemUTC());
    }

    @Test
    void opensslsAuthorityWithAnEncryptedKeySignsForOnePassphrase() throws Exception {
        Path key = theirs.resolve("ca.key");
        OpenSsl.output("genrsa", "-aes256", "-passout", "pass:open sesame", "-out", key, "2048");
        authority(key, "ca.crt", "-passin", "pass:open sesame");

        assertThat(takeIn(saying("open sesame")).inspect())
                .isEqualTo(StepState.needed(
                        "its authority is not here yet",
                        List.of("take in CN=theirs from %s/ca.crt with %s".formatted(theirs, key))));
        takeIn(saying("open sesame")).apply();
        issue(saying("open sesame")).apply();

        assertThat(takeIn(PkiStore.NO_PASSPHRASE).inspect()).isEqualTo(StepState.done("CN=theirs"));
        assertThat(issue(PkiStore.NO_PASSPHRASE).inspect()).isEqualTo(StepState.done());
        OpenSsl.assertVerifies(theirs.resolve("ca.crt"), store.require("etcd1").certificateFile(), "sslserver");
        assertThat(Files.readString(store.authorityKeyFile())).contains("ENCRYPTED");
    }

    @Test
    void aWrongPassphraseIsToldAndNothingIsTakenIn() {
        Path key = theirs.resolve("ca.key");
        OpenSsl.output("genrsa", "-aes256", "-passout", "pass:open sesame", "-out", key, "2048");
        authority(key, "ca.crt", "-passin", "pass:open sesame");

        assertThatThrownBy(() -> takeIn(saying("sesam")).apply()).hasMessage("the passphrase does not open " + key);
        assertThat(store.hasAuthority()).isFalse();
    }

    @Test
    void whereTheKeyIsElsewhereRequestsGoOutAndCertificatesComeIn() throws Exception {
        Path away = Files.createDirectory(folder.resolve("away")).resolve("key.pem");
        OpenSsl.output("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", away);
        authority(away, "ca.pem");
        takeIn(PkiStore.NO_PASSPHRASE).apply();
        Step step = issue(PkiStore.NO_PASSPHRASE);
        Path request = store.directory().resolve("etcd1.csr");

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "the authority's key is elsewhere", List.of("request for the combined certificate etcd1")));
        step.apply();

        assertThat(step.inspect())
                .isEqualTo(StepState.blocked(
                        "the authority's key is elsewhere, where these are to be signed: " + request,
                        "have them signed there and take in what comes back with pki import FOLDER --directory "
                                + store.directory()));
        new StoreImports(store)
                .certificate(
                        signed(request, away), Optional.empty(), Optional.empty(), Optional.empty(), saying("none"));
        assertThat(step.inspect()).isEqualTo(StepState.done());
    }

    /** As somebody signs who has terms of his own: fewer usages, other days. */
    private Path signed(Path request, Path key) throws IOException {
        Path extensions = Files.writeString(
                folder.resolve("extensions"),
                "subjectAltName=DNS:etcd1,IP:10.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n");
        Path certificate = folder.resolve("signed.pem");
        OpenSsl.output(
                "x509",
                "-req",
                "-in",
                request,
                "-CA",
                theirs.resolve("ca.pem"),
                "-CAkey",
                key,
                "-days",
                "90",
                "-extfile",
                extensions,
                "-out",
                certificate);
        return certificate;
    }

    @Test
    void anAuthorityThatHasSignedIsNeverReplaced() throws Exception {
        store.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("ours")));
        Path key = theirs.resolve("ca-key.pem");
        OpenSsl.output("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key);
        authority(key, "ca.pem");

        assertThat(takeIn(PkiStore.NO_PASSPHRASE).inspect())
                .isEqualTo(StepState.blocked(
                        "the PKI in %s has the authority CN=ours, and %s/ca.pem is CN=theirs"
                                .formatted(store.directory(), theirs),
                        "leave certificates.authority.import out, or move that folder aside to begin anew"));
    }

    @Test
    void cfsslsAndOpensslsKeysAreFound() throws IOException {
        Path key = folder.resolve("key");
        OpenSsl.output("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key);
        Path certificate = authority(key, "cacert.pem");
        Path hidden = Files.createDirectory(theirs.resolve("private")).resolve("cakey.pem");

        assertThat(AuthorityFiles.find(theirs).key()).isEmpty();
        Files.copy(key, hidden);
        assertThat(AuthorityFiles.find(theirs)).isEqualTo(new AuthorityFiles(certificate, Optional.of(hidden)));
        Path beside = Files.copy(key, theirs.resolve("cacert-key.pem"));
        assertThat(AuthorityFiles.find(certificate).key()).contains(beside);
    }

    @Test
    void aFolderWithSeveralAuthoritiesOrNoneIsRefused() {
        assertThatThrownBy(() -> AuthorityFiles.find(theirs))
                .isInstanceOf(OperatorException.class)
                .hasMessage("there is no authority's certificate in " + theirs);
        Path key = theirs.resolve("one.key");
        OpenSsl.output("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key);
        authority(key, "one.crt");
        authority(key, "two.crt");

        assertThatThrownBy(() -> AuthorityFiles.find(theirs))
                .hasMessage("there are several authorities in " + theirs + ": one.crt, two.crt");
    }

    private Path authority(Path key, String file, String... more) {
        Path certificate = theirs.resolve(file);
        List<Object> words = new ArrayList<>(List.of(
                "req",
                "-x509",
                "-new",
                "-key",
                key,
                "-subj",
                "/CN=theirs",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign",
                "-days",
                "900",
                "-out",
                certificate));
        words.addAll(List.of(more));
        OpenSsl.output(words.toArray());
        return certificate;
    }

    private TakeInAuthority takeIn(PassphraseSource passphrases) {
        return new TakeInAuthority("prod", store, theirs, passphrases);
    }

    private IssueCertificates issue(PassphraseSource passphrases) {
        return new IssueCertificates("prod", store, new Signer(Optional.empty(), passphrases), List.of(WANTED));
    }

    private static PassphraseSource saying(String text) {
        return what -> Passphrase.of(text.toCharArray());
    }
}
