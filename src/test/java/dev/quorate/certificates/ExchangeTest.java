package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates, keys, requests and policies of openssl and cfssl, in and out. */
class ExchangeTest {

    private static final String POLICY = """
            {"signing": {"default": {"expiry": "43800h"}, "profiles": {
              "server": {"expiry": "43800h", "usages": ["signing", "key encipherment", "server auth"]},
              "peer": {"usages": ["signing", "key encipherment", "server auth", "client auth"]},
              "etcd": {"expiry": "8760h", "usages": ["signing", "server auth", "client auth"]}}}}
            """;

    @TempDir
    Path home;

    private PkiConsole console;

    @BeforeEach
    void openConsole() {
        console = new PkiConsole(home, Clock.systemUTC());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private void foreignAuthority(String... keyOptions) {
        Object[] generate = new Object[keyOptions.length + 3];
        generate[0] = "genrsa";
        System.arraycopy(keyOptions, 0, generate, 1, keyOptions.length);
        generate[keyOptions.length + 1] = "-out";
        generate[keyOptions.length + 2] = home.resolve("ca-key.pem");
        Object[] sized = java.util.Arrays.copyOf(generate, generate.length + 1);
        sized[generate.length] = "2048";
        OpenSsl.output(sized);
        OpenSsl.output(
                "req",
                "-new",
                "-x509",
                "-key",
                home.resolve("ca-key.pem"),
                "-passin",
                "pass:old secret",
                "-subj",
                "/O=Old/CN=Old CA",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign",
                "-days",
                "100",
                "-out",
                home.resolve("ca.pem"));
    }

    @Test
    void takesOverAnAuthorityOfCfsslWithItsPolicy() throws IOException {
        foreignAuthority();
        Path policy = write("ca-config.json", POLICY);

        console.run("pki", "import", path("ca.pem"), path("ca-key.pem"), "--policy", policy.toString());
        console.run("pki", "issue", "etcd1", "--profile", "etcd", "--san", "etcd1");

        Path certificate = console.file("etcd1.crt");
        OpenSsl.assertVerifies(console.file("ca.pem"), certificate, "sslserver");
        assertThat(OpenSsl.field(certificate, "Issuer")).isEqualTo("O = Old, CN = Old CA");
        assertThat(console.file("ca-key.pem")).hasSameTextualContentAs(home.resolve("ca-key.pem"));
        assertThatThrownBy(() -> console.run("pki", "issue", "x", "--profile", "client.json"))
                .isInstanceOf(OperatorException.class)
                .hasMessage("the signing policy has no profile \"client.json\"");
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-aes256", "-des3", "-traditional -aes128"})
    void opensKeysThatOpensslEncrypted(String options) {
        foreignAuthority((options + " -passout").replace(" -passout", "").split(" "), "pass:old secret");

        console.run(console.line("pki", "import", path("ca.pem"), path("ca-key.pem"))
                .typing("old secret"));
        console.run(console.line("pki", "issue", "root", "--profile", "client").typing("old secret"));

        assertThat(Files.exists(console.file("root.crt"))).isTrue();
        assertThatThrownBy(() -> console.run(
                        console.line("pki", "issue", "x", "--profile", "client").typing("new secret")))
                .hasMessageStartingWith("the passphrase does not open ");
    }

    private void foreignAuthority(String[] options, String passphrase) {
        String[] all = java.util.Arrays.copyOf(options, options.length + 2);
        all[options.length] = "-passout";
        all[options.length + 1] = passphrase;
        foreignAuthority(all);
    }

    @Test
    void refusesAnAuthorityThatIsNoneOrWhoseKeyIsAnothers() {
        console.run("pki", "init");
        console.run("pki", "issue", "leaf", "--profile", "client");
        foreignAuthority();
        String other = home.resolve("other").toString();

        assertThatThrownBy(() -> console.run(
                        "pki",
                        "import",
                        path("ca.pem"),
                        console.file("leaf.key").toString(),
                        "--directory",
                        other))
                .hasMessageStartingWith("the CA's key does not belong to its certificate");
        assertThatThrownBy(() -> console.run(
                        "pki", "import", console.file("leaf.crt").toString(), path("ca-key.pem"), "--directory", other))
                .hasMessage("the key does not belong to the certificate CN=leaf");
        assertThat(Path.of(other)).doesNotExist();
    }

    @Test
    void requestsGoOutAndCertificatesComeIn() {
        foreignAuthority();
        console.run("pki", "import", path("ca.pem"));

        console.run("pki", "request", "etcd1", "--profile", "combined", "--san", "etcd1,10.0.0.1");
        sign("etcd1", home.resolve("signed.pem"));
        FakeInvocation imported = console.run("pki", "import", path("signed.pem"));

        assertThat(imported.written()).startsWith("etcd1, combined, CN=etcd1, etcd1 10.0.0.1");
        OpenSsl.assertPair(console.file("etcd1.crt"), console.file("etcd1.key"));
        OpenSsl.assertVerifies(console.file("ca.pem"), console.file("etcd1.crt"), "sslserver");
        assertThatThrownBy(() -> console.run("pki", "issue", "x", "--profile", "client"))
                .hasMessageEndingWith("ca.key is not here");
    }

    private void sign(String request, Path certificate) {
        OpenSsl.output(
                "x509",
                "-req",
                "-in",
                console.file(request + ".csr"),
                "-CA",
                home.resolve("ca.pem"),
                "-CAkey",
                home.resolve("ca-key.pem"),
                "-CAcreateserial",
                "-copy_extensions",
                "copyall",
                "-days",
                "90",
                "-out",
                certificate);
    }

    @Test
    void aFolderBringsAllThatWasSignedElsewhere() throws IOException {
        foreignAuthority();
        console.run("pki", "import", path("ca.pem"));
        Path folder = Files.createDirectories(home.resolve("signed"));
        for (String name : List.of("etcd1", "etcd2")) {
            console.run("pki", "request", name, "--profile", "combined", "--san", name);
            sign(name, folder.resolve(name + "-by-the-office.crt"));
        }
        Files.copy(home.resolve("ca.pem"), folder.resolve("ca.pem"));
        Files.writeString(folder.resolve("readme.pem"), "no certificate");

        FakeInvocation imported = console.run("pki", "import", folder.toString());

        assertThat(imported.written().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("etcd1, "))
                .anyMatch(line -> line.startsWith("etcd2, "));
        OpenSsl.assertPair(console.file("etcd2.crt"), console.file("etcd2.key"));
    }

    @Test
    void aFolderBringsTheAuthorityWithItsKey() {
        foreignAuthority();

        console.run("pki", "import", home.toString());
        console.run("pki", "issue", "root", "--profile", "client");

        OpenSsl.assertVerifies(console.file("ca.pem"), console.file("root.crt"), "sslclient");
        assertThatThrownBy(() -> console.run("pki", "import", home.toString(), path("ca-key.pem")))
                .hasMessage(home + " is a folder, of which neither key nor name can be said");
    }

    @Test
    void signsTheRequestOfSomebodyElse() {
        console.run("pki", "init");
        OpenSsl.output(
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                home.resolve("guest.key"),
                "-subj",
                "/CN=guest",
                "-addext",
                "subjectAltName=DNS:guest.example.com",
                "-out",
                home.resolve("guest.csr"));

        console.run("pki", "issue", "--from", path("guest.csr"), "--profile", "client", "--days", "10");

        Path certificate = console.file("guest.crt");
        OpenSsl.assertVerifies(console.file("ca.crt"), certificate, "sslclient");
        OpenSsl.assertPair(certificate, home.resolve("guest.key"));
        assertThat(OpenSsl.field(certificate, "X509v3 Subject Alternative Name"))
                .isEqualTo("DNS:guest.example.com");
        assertThat(console.file("guest.key")).doesNotExist();

        console.run("pki", "issue", "guest", "--profile", "client");
        assertThat(console.file("guest.key")).exists();
        console.run("pki", "issue", "--from", path("guest.csr"), "--profile", "client");
        assertThat(console.file("guest.key")).doesNotExist();
    }

    @Test
    void followsCfsslRequestsAndNamesTheirMistakes() throws IOException {
        console.run("pki", "init");
        Path request = write("client.json", """
                {"CN": "client", "hosts": [""], "key": {"algo": "ecdsa", "size": 256},
                 "names": [{"C": "US", "L": "CA", "ST": "San Francisco"}]}
                """);

        FakeInvocation line =
                console.run("pki", "issue", "client", "--profile", "client", "--from", request.toString());

        assertThat(line.notes())
                .contains("hosts has an empty entry, which cfssl would write into the certificate; it is left out");
        assertThat(OpenSsl.field(console.file("client.crt"), "Subject"))
                .isEqualTo("C = US, ST = San Francisco, L = CA, CN = client");
    }

    @Test
    void namesWhatNoProgramCouldFollowInARequestFile() throws IOException {
        console.run("pki", "init");
        assertFileRefused("{\"CN\": \"a\", \"hosts\": \"b\"}", "hosts is \"b\", no list");
        assertFileRefused("{\"CN\": \"a\", \"hosts\": [\"<b>\"]}", "\"<b>\" is neither a DNS name nor an address");

        Path file = write(
                "a.json", "\ufeff{\"CN\": \"a\", \"hosts\": [\"a\"], \"host\": [\"b\"], \"ca\": {\"expiry\": \"1h\"}}");
        FakeInvocation line = console.run("pki", "issue", "a", "--profile", "peer", "--from", file.toString());

        assertThat(line.notes())
                .containsExactly(
                        "\"host\" is no key of a request; it is passed over",
                        "what stands under \"ca\" is passed over; pki init takes --days and --path-length");
        Path country = write("b.json", "{\"CN\": \"b\", \"names\": [{\"C\": \"USA\"}]}");
        assertThatThrownBy(() -> console.run("pki", "issue", "b", "--profile", "client", "--from", country.toString()))
                .hasMessage("\"USA\" cannot be the C of a subject");
    }

    private void assertFileRefused(String text, String why) throws IOException {
        Path file = write("request.json", text);
        assertThatThrownBy(() -> console.run("pki", "issue", "a", "--profile", "peer", "--from", file.toString()))
                .hasMessage(file + ": " + why);
    }

    @Test
    void followsOpensslRequestFilesAndRefusesAPlaceholderLeftIn() throws IOException {
        console.run("pki", "init");
        String template = """
                [ req ]
                default_bits = 2048
                prompt = no
                req_extensions = req_ext
                distinguished_name = dn

                [ dn ]
                CN = %1$s

                [ req_ext ]
                subjectAltName = @alt_names

                [ alt_names ]
                DNS.1 = %1$s
                DNS.2 = localhost
                IP.1 = 127.0.0.1
                """;
        Path good = write("good.conf", template.formatted("node-1"));
        Path bad = write("bad.conf", template.formatted("<node-1"));

        console.run("pki", "issue", "node-1", "--profile", "server", "--from", good.toString());

        assertThat(OpenSsl.field(console.file("node-1.crt"), "X509v3 Subject Alternative Name"))
                .isEqualTo("DNS:node-1, DNS:localhost, IP Address:127.0.0.1");
        assertThat(OpenSsl.text(console.file("node-1.crt"))).contains("Public-Key: (2048 bit)");
        assertThatThrownBy(() -> console.run("pki", "issue", "node-2", "--profile", "server", "--from", bad.toString()))
                .hasMessageContaining("\"DNS:<node-1\" has a placeholder that was not filled");
    }

    @Test
    void exportsWhatOpensslAndKubeadmRead() {
        console.run("pki", "init");
        console.run("pki", "issue", "apiserver-etcd-client", "--profile", "client");
        Path bundle = home.resolve("client.pem");
        Path archive = home.resolve("client.p12");

        console.run("pki", "export", "apiserver-etcd-client", "--to", bundle.toString());
        console.run(
                "pki",
                "export",
                "apiserver-etcd-client",
                "--format",
                "pkcs12",
                "--to",
                archive.toString(),
                "--passphrase-env",
                "CA_PASSPHRASE");
        console.run("pki", "export", "apiserver-etcd-client", "--format", "kubeadm", "--to", path("kubernetes"));

        OpenSsl.assertPair(bundle, bundle);
        assertThat(OpenSsl.output("pkcs12", "-in", archive, "-passin", "pass:correct horse", "-nodes"))
                .contains("CN = apiserver-etcd-client", "BEGIN PRIVATE KEY", "CN = etcd CA");
        OpenSsl.assertVerifies(
                home.resolve("kubernetes/etcd/ca.crt"),
                home.resolve("kubernetes/apiserver-etcd-client.crt"),
                "sslclient");
        OpenSsl.assertPair(
                home.resolve("kubernetes/apiserver-etcd-client.crt"),
                home.resolve("kubernetes/apiserver-etcd-client.key"));
    }
}
