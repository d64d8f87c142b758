package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of openssl that are seldom as one would wish, and what a PKI that is there already makes of them. */
class ForeignFilesTest {

    @TempDir
    Path home;

    private PkiConsole console;

    @BeforeEach
    void openConsole() {
        console = new PkiConsole(home, Clock.systemUTC());
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private void foreignAuthority() {
        selfSigned("ca", "/O=Old/CN=Old CA", "rsa:2048", "keyUsage=critical,keyCertSign,cRLSign");
    }

    private void selfSigned(String name, String subject, String key, String extension) {
        OpenSsl.output(
                "req",
                "-x509",
                "-newkey",
                key,
                "-nodes",
                "-keyout",
                home.resolve(name + "-key.pem"),
                "-subj",
                subject,
                "-addext",
                extension,
                "-out",
                home.resolve(name + ".pem"));
    }

    @Test
    void anotherAuthorityTakesNobodysPlaceUnlessToldTo() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "a", "--profile", "client");
        String key = Files.readString(console.file("ca.key"));
        foreignAuthority();

        assertThatThrownBy(() -> console.run("pki", "import", path("ca.pem")))
                .hasMessage("there is a CA in " + console.pki() + " already: CN=etcd CA");
        assertThat(Files.readString(console.file("ca.key"))).isEqualTo(key);

        console.run("pki", "import", path("ca.pem"), "--replace");
        assertThatThrownBy(() -> console.run("pki", "issue", "b", "--profile", "client"))
                .hasMessage("the CA's key " + console.file("ca.key") + " is not here");
        try (var files = Files.list(console.pki())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("ca.key.")))
                    .singleElement()
                    .satisfies(parked -> assertThat(parked).hasContent(key.strip()));
        }

        console.run("pki", "import", path("ca.pem"), path("ca-key.pem"));
        console.run("pki", "import", path("ca.pem"));
        console.run("pki", "issue", "b", "--profile", "client");
        OpenSsl.assertVerifies(console.file("ca.pem"), console.file("b.crt"), "sslclient");
    }

    @Test
    void certificatesOfTheSameFileNameStandBesideEachOther() throws IOException {
        for (String host : List.of("etcd1", "etcd2")) {
            String folder = home.resolve(host).toString();
            console.run("pki", "init", "--directory", folder);
            console.run(
                    "pki",
                    "issue",
                    "server",
                    "--profile",
                    "server",
                    "--san",
                    host,
                    "--subject",
                    "CN=" + host,
                    "--directory",
                    folder);
        }

        console.run("pki", "import", path("etcd1/server.crt"), path("etcd1/server.key"));
        assertThatThrownBy(() -> console.run("pki", "import", path("etcd2/server.crt"), path("etcd2/server.key")))
                .hasMessage("there is a certificate called server already, of CN=etcd1");
        console.run("pki", "import", path("etcd2/server.crt"), path("etcd2/server.key"), "--name", "etcd2");

        assertThat(console.file("server.crt")).hasSameBinaryContentAs(home.resolve("etcd1/server.crt"));
        assertThat(console.file("etcd2.crt")).hasSameBinaryContentAs(home.resolve("etcd2/server.crt"));
        assertThat(console.file("etcd2.key")).hasSameBinaryContentAs(home.resolve("etcd2/server.key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v2 aes-256-cbc",
                "-v2 des3 -v2prf hmacWithSHA1",
                "-v1 PBE-SHA1-3DES",
                "-scrypt",
                "-v2 aes-128-cbc -v2prf hmacWithSHA512"
            })
    void opensKeysUnderAPassphraseWithUmlauts(String scheme) throws IOException {
        foreignAuthority();
        encrypt(scheme);

        console.run(console.line("pki", "import", path("ca.pem"), path("encrypted.pem"))
                .typing("gr\u00fcne H\u00fcte"));

        assertThat(console.file("encrypted.pem")).exists();
    }

    private void encrypt(String scheme) throws IOException {
        Path passphrase = Files.writeString(home.resolve("passphrase"), "gr\u00fcne H\u00fcte\n");
        List<Object> words = new ArrayList<>(List.of("pkcs8", "-topk8"));
        words.addAll(List.of(scheme.split(" ")));
        words.addAll(List.of("-in", home.resolve("ca-key.pem"), "-out", home.resolve("encrypted.pem")));
        words.addAll(List.of("-passout", "file:" + passphrase));
        OpenSsl.output(words.toArray());
    }

    @Test
    void saysThatAWayOfEncryptingIsUnknownInsteadOfBlamingThePassphrase() throws IOException {
        foreignAuthority();
        encrypt("-v2 camellia-256-cbc");

        assertThatThrownBy(() -> console.run(console.line("pki", "import", path("ca.pem"), path("encrypted.pem"))
                        .typing("gr\u00fcne H\u00fcte")))
                .hasMessage("the way " + path("encrypted.pem") + " is encrypted is not known here");
    }

    @Test
    void takesInNoAuthorityThatMayNotSignOrWhoseKeyEtcdCannotUse() {
        selfSigned("bad", "/CN=bad", "rsa:2048", "keyUsage=critical,digitalSignature,cRLSign");
        assertThatThrownBy(() -> console.run("pki", "import", path("bad.pem"), path("bad-key.pem")))
                .hasMessage("the CA CN=bad may not sign certificates: its key usage lacks keyCertSign");
        assertThatThrownBy(() -> console.run("pki", "import", path("bad.pem")))
                .hasMessage("the CA CN=bad may not sign certificates: its key usage lacks keyCertSign");

        selfSigned("bad", "/CN=bad", "ed448", "keyUsage=critical,keyCertSign");
        assertThatThrownBy(() -> console.run("pki", "import", path("bad.pem"), path("bad-key.pem")))
                .hasMessage("the key of CN=bad is of a kind that etcd cannot use: Ed448");
        assertThat(console.pki()).doesNotExist();
    }

    @Test
    void readsACertificateAndARequestWithoutExtensions() {
        foreignAuthority();
        request("plain", "rsa:2048");
        OpenSsl.output(
                "x509",
                "-req",
                "-in",
                home.resolve("plain.csr"),
                "-CA",
                home.resolve("ca.pem"),
                "-CAkey",
                home.resolve("ca-key.pem"),
                "-CAcreateserial",
                "-out",
                home.resolve("plain.pem"));
        console.run("pki", "import", path("ca.pem"), path("ca-key.pem"));

        assertThat(console.run("pki", "show", path("plain.pem")).written()).contains("CN=plain");
        console.run("pki", "import", path("plain.pem"), path("plain-key.pem"), "--name", "old");
        console.run("pki", "issue", "new", "--from", path("plain.csr"), "--profile", "client");
        OpenSsl.assertVerifies(console.file("ca.pem"), console.file("new.crt"), "sslclient");
    }

    @Test
    void tellsWhatIsAmissWithWhatComesIn() throws IOException {
        foreignAuthority();
        selfSigned("bad", "/CN=bad", "rsa:1024", "keyUsage=critical,keyCertSign");
        Path bundle = Files.writeString(
                home.resolve("bundle.pem"),
                Files.readString(home.resolve("bad.pem")) + Files.readString(home.resolve("ca.pem")));

        FakeInvocation line = console.run("pki", "import", bundle.toString(), path("bad-key.pem"));

        assertThat(line.notes())
                .contains(
                        bundle + " has 2 certificates; the first one is taken in, of CN=bad",
                        "bundle.pem has a key of 1024 bits");
    }

    @Test
    void renewsWhatHasNoSubjectOrNoNames() throws IOException {
        foreignAuthority();
        console.run("pki", "import", path("ca.pem"), path("ca-key.pem"));
        sign("names", "/", "subjectAltName=critical,DNS:etcd1");
        sign("subject", "/CN=root", "subjectKeyIdentifier=hash");

        console.run("pki", "import", path("names.pem"), path("names-key.pem"));
        FakeInvocation imported = console.run("pki", "import", path("subject.pem"), path("subject-key.pem"));
        console.run("pki", "renew", "--all");

        assertThat(imported.written()).startsWith("subject, client, CN=root");
        OpenSsl.assertVerifies(console.file("ca.pem"), console.file("names.pem"), "sslserver");
        assertThat(OpenSsl.text(console.file("names.pem"))).contains("X509v3 Subject Alternative Name: critical");
        OpenSsl.assertVerifies(console.file("ca.pem"), console.file("subject.pem"), "sslclient");
    }

    private void sign(String name, String subject, String extensions) throws IOException {
        request(name, subject, "rsa:2048");
        OpenSsl.output(
                "x509",
                "-req",
                "-in",
                home.resolve(name + ".csr"),
                "-CA",
                home.resolve("ca.pem"),
                "-CAkey",
                home.resolve("ca-key.pem"),
                "-extfile",
                Files.writeString(home.resolve(name + ".ext"), extensions),
                "-out",
                home.resolve(name + ".pem"));
    }

    private void request(String name, String key) {
        request(name, "/CN=" + name, key);
    }

    private void request(String name, String subject, String key) {
        OpenSsl.output(
                "req",
                "-new",
                "-newkey",
                key,
                "-nodes",
                "-keyout",
                home.resolve(name + "-key.pem"),
                "-subj",
                subject,
                "-out",
                home.resolve(name + ".csr"));
    }

    @Test
    void signsNoRequestWithAKeyThatCanBeBroken() {
        console.run("pki", "init");
        request("weak", "rsa:1024");

        assertThatThrownBy(() -> console.run("pki", "issue", "--from", path("weak.csr"), "--profile", "client"))
                .hasMessage("the key of CN=weak has 1024 bits only");
    }
}
