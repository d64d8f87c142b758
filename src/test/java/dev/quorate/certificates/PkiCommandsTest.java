package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.pki.Installation;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.MovableClock;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiCommandsTest {

    @TempDir
    Path home;

    private PkiConsole console;

    @BeforeEach
    void openConsole() {
        console = new PkiConsole(home, Clock.systemUTC());
    }

    private PkiConsole consoleAfter(Duration time) {
        return new PkiConsole(home, Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC));
    }

    private String firstLine(String file) throws IOException {
        return Files.readAllLines(console.file(file)).getFirst();
    }

    private void assertRefused(String message, String... words) {
        assertThatThrownBy(() -> console.run(words))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
    }

    @Test
    void keepsWhatFitsAndIssuesWhatIsMissing() {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");

        FakeInvocation again = console.run("pki", "issue", "--client", "root,healthcheck");

        assertThat(again.written().lines())
                .satisfiesExactly(
                        root -> assertThat(root)
                                .startsWith("root, client, CN=root")
                                .contains(", kept,"),
                        check -> assertThat(check)
                                .startsWith("healthcheck, client")
                                .contains(", issued,"));
    }

    @Test
    void aDryRunWritesNothing() {
        console.run(console.line("pki", "init").asDryRun());

        assertThat(console.pki()).doesNotExist();

        console.run("pki", "init");
        FakeInvocation dry = console.run(
                console.line("pki", "issue", "root", "--profile", "client").asDryRun());

        assertThat(dry.written()).startsWith("root, client, CN=root");
        assertThat(console.file("root.crt")).doesNotExist();
    }

    @Test
    void refusesASecondAuthorityUnlessToldToReplaceIt() throws IOException {
        console.run("pki", "init");
        String first = Files.readString(console.file("ca.crt"));

        assertRefused("there is a CA in " + console.pki() + " already: CN=etcd CA", "pki", "init");

        console.run("pki", "init", "--replace");
        assertThat(Files.readString(console.file("ca.crt"))).isNotEqualTo(first);
        try (var files = Files.list(console.pki())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("ca.crt.")))
                    .singleElement()
                    .satisfies(parked -> assertThat(parked).hasContent(first.strip()));
        }
    }

    @Test
    void opensAnEncryptedAuthorityByFileEnvironmentPromptAndForATime() throws IOException {
        Path file = Files.writeString(home.resolve("passphrase"), "correct horse\n");
        console.run("pki", "init", "--encrypt", "--passphrase-file", file.toString());

        console.run("pki", "issue", "a", "--profile", "client", "--passphrase-env", "CA_PASSPHRASE");
        console.run(console.line("pki", "issue", "b", "--profile", "client").typing("correct horse"));
        FakeInvocation unlock =
                console.run(console.line("pki", "unlock", "--for", "10m").typing("correct horse"));
        console.run("pki", "issue", "c", "--profile", "client");
        console.run("pki", "lock");

        assertThat(firstLine("ca.key")).isEqualTo("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(unlock.notes()).singleElement().asString().contains("unlocked in this console until");
        assertRefused("no more input", "pki", "issue", "d", "--profile", "client");
        assertThatThrownBy(() -> console.run(
                        console.line("pki", "issue", "d", "--profile", "client").typing("wrong")))
                .hasMessage("the passphrase does not open " + console.file("ca.key"));
        assertThatThrownBy(() -> console.run(console.line("pki", "unlock").typing("wrong")))
                .hasMessage("the passphrase does not open " + console.file("ca.key"));
    }

    @Test
    void forgetsThePassphraseWhenItsTimeIsOver() {
        MovableClock clock = new MovableClock(Instant.now());
        PkiConsole timed = new PkiConsole(home, clock);
        timed.run("pki", "init", "--encrypt", "--passphrase-env", "CA_PASSPHRASE");
        timed.run("pki", "unlock", "--for", "10m", "--passphrase-env", "CA_PASSPHRASE");

        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> timed.run("pki", "issue", "late", "--profile", "client"))
                .hasMessage("no more input");
    }

    @Test
    void writesKeysInTheEncodingAskedFor() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "sec1", "--profile", "client", "--key-encoding", "sec1");
        console.run(
                "pki", "issue", "pkcs1", "--profile", "client", "--key-encoding", "pkcs1", "--key-type", "rsa-2048");
        console.run("pki", "issue", "pkcs8", "--profile", "client");

        assertThat(firstLine("sec1.key")).isEqualTo("-----BEGIN EC PRIVATE KEY-----");
        assertThat(firstLine("pkcs1.key")).isEqualTo("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(firstLine("pkcs8.key")).isEqualTo("-----BEGIN PRIVATE KEY-----");
        for (String name : List.of("sec1", "pkcs1", "pkcs8")) {
            OpenSsl.assertPair(console.file(name + ".crt"), console.file(name + ".key"));
        }
        assertRefused(
                "pkcs1 cannot hold a key of type ec-p256",
                "pki",
                "issue",
                "x",
                "--profile",
                "client",
                "--key-encoding",
                "pkcs1");
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused("there is no CA in " + console.pki(), "pki", "issue", "a", "--profile", "client");
        console.run("pki", "init");

        assertRefused("no profile is given", "pki", "issue", "a");
        assertRefused("there is no profile \"sever\"", "pki", "issue", "a", "--profile", "sever");
        assertRefused("the server certificate a names no host", "pki", "issue", "a", "--profile", "server");
        assertRefused(
                "neither a name nor a member nor a client is given, and there is no cluster file",
                "pki",
                "issue",
                "--profile",
                "client");
        assertRefused("--mode is given, but no member", "pki", "issue", "--mode", "combined");
        assertRefused(
                "two certificates would share the file server.crt",
                "pki",
                "issue",
                "--mode",
                "combined",
                "--member",
                "a=10.0.0.1",
                "--member",
                "b=10.0.0.2",
                "--certificate-file",
                "server.crt");
        assertRefused("no certificate named ghost in " + console.pki(), "pki", "renew", "ghost");
        assertRefused("it is not said what to renew", "pki", "renew");
    }

    @Test
    void refusesAnEmptyName() {
        assertThatThrownBy(() -> console.run("pki", "issue", "a", "--profile", "server", "--san", "etcd1,"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("neither a DNS name nor an address");
    }

    @Test
    void anExpiredAuthoritySignsNothing() {
        console.run("pki", "init", "--days", "30d");

        assertThatThrownBy(() -> consoleAfter(Duration.ofDays(31)).run("pki", "issue", "a", "--profile", "client"))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("the CA CN=etcd CA is valid from ");
        assertThat(console.file("a.key")).doesNotExist();
    }

    @Test
    void nothingIsLostWhereTheFolderCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(home.resolve("file"), "");

        assertThatThrownBy(() -> console.run(
                        "pki", "init", "--directory", blocked.resolve("pki").toString()))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("cannot write " + blocked.resolve("pki"));
    }

    @Test
    void renewsWithTheSameNamesAndKeyAndTouchesNothingElse() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "--mode", "per-member", "--member", "etcd1=10.0.0.1", "--days", "90");
        String key = Files.readString(console.file("etcd1-peer.key"));
        String other = Files.readString(console.file("etcd1-server.crt"));
        String names = OpenSsl.field(console.file("etcd1-peer.crt"), "X509v3 Subject Alternative Name");
        String serial = OpenSsl.field(console.file("etcd1-peer.crt"), "Serial Number");

        console.run("pki", "renew", "etcd1-peer");

        assertThat(OpenSsl.field(console.file("etcd1-peer.crt"), "Serial Number"))
                .isNotEqualTo(serial);
        assertThat(OpenSsl.field(console.file("etcd1-peer.crt"), "X509v3 Subject Alternative Name"))
                .isEqualTo(names);
        assertThat(console.file("etcd1-peer.key")).hasContent(key.strip());
        assertThat(console.file("etcd1-server.crt")).hasContent(other.strip());
    }

    @Test
    void renewsWhatEndsSoon() {
        console.run("pki", "init");
        console.run("pki", "issue", "short", "--profile", "client", "--days", "20");
        console.run("pki", "issue", "long", "--profile", "client", "--days", "200");

        FakeInvocation expiring = console.run("pki", "expiring", "--within", "30d");
        FakeInvocation renewed = console.run("pki", "renew", "--within", "30d", "--new-key");

        assertThat(expiring.written().lines()).singleElement().asString().startsWith("short, ");
        assertThat(renewed.written().lines()).singleElement().asString().startsWith("short, ");
        OpenSsl.assertPair(console.file("short.crt"), console.file("short.key"));
    }

    @Test
    void saysThatNothingEndsSoon() {
        console.run("pki", "init");

        FakeInvocation days = console.run("pki", "expiring", "--within", "30d");
        FakeInvocation hours = console.run("pki", "expiring", "--within", "36h");

        assertThat(days.notes()).containsExactly("nothing ends within 30d");
        assertThat(hours.notes()).containsExactly("nothing ends within 36h");
        assertThat(days.written()).isEmpty();
    }

    @Test
    void takesAPassphraseFromOnePlace() throws IOException {
        Path file = Files.writeString(home.resolve("passphrase"), "correct horse\n");

        assertThatThrownBy(() -> console.run(
                        "pki",
                        "init",
                        "--encrypt",
                        "--passphrase-file",
                        file.toString(),
                        "--passphrase-env",
                        "CA_PASSPHRASE"))
                .hasMessage("--passphrase-file and --passphrase-env are both given");
        assertThat(console.pki()).doesNotExist();
    }

    @Test
    void aRenewedAuthorityStillVerifiesWhatItSigned() {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");

        console.run("pki", "renew", "--ca");

        OpenSsl.assertVerifies(console.file("ca.crt"), console.file("root.crt"), "sslclient");
    }

    @Test
    void revokesIntoAListThatOpensslChecks() {
        console.run("pki", "init");
        console.run("pki", "issue", "--client", "root,guest");

        console.run("pki", "revoke", "guest", "--reason", "key-compromise");

        assertThat(OpenSsl.run(
                                "verify",
                                "-crl_check",
                                "-CAfile",
                                console.file("ca.crt"),
                                "-CRLfile",
                                console.file("ca.crl"),
                                console.file("guest.crt"))
                        .output())
                .contains("certificate revoked");
        assertThat(OpenSsl.output(
                        "verify",
                        "-crl_check",
                        "-CAfile",
                        console.file("ca.crt"),
                        "-CRLfile",
                        console.file("ca.crl"),
                        console.file("root.crt")))
                .contains("OK");
        assertThat(console.run("pki", "list").written()).contains(", revoked,");
        assertThatThrownBy(() -> console.run("pki", "revoke", "guest")).hasMessageEndingWith("is revoked already");
    }

    @Test
    void lintShowsTheMatrixAndEveryFindingWithItsRemedy() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "--mode", "per-member", "--member", "etcd1=10.0.0.1");
        Files.setPosixFilePermissions(console.file("etcd1-peer.key"), PosixFilePermissions.fromString("rw-r--r--"));
        FakeInvocation line = console.line("pki", "lint", "--member", "etcd1=10.0.0.1,10.0.0.9");

        assertThatThrownBy(() -> console.run(line)).hasMessage("2 findings must be mended");

        assertThat(line.written())
                .contains("etcd1, 10.0.0.1, name, etcd1-server, yes, etcd1-peer, yes\n")
                .contains("etcd1, 10.0.0.9, name, etcd1-server, NO, etcd1-peer, NO\n")
                .contains("blocker: etcd1-server lacks the name 10.0.0.9 of etcd1")
                .contains("is rw-r--r--, not rw-------; chmod 0600 " + console.file("etcd1-peer.key"));
    }

    @Test
    void lintNamesAMismatchedKeyAndAForeignCertificate() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "--client", "a,b");
        Files.copy(console.file("b.key"), console.file("a.key"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        console.run("pki", "init", "--replace", "--subject", "CN=other CA");
        FakeInvocation line = console.line("pki", "lint");

        assertThatThrownBy(() -> console.run(line)).isInstanceOf(OperatorException.class);

        assertThat(line.written())
                .contains("blocker: " + console.file("a.key") + " is not the key of a; pki renew --new-key a")
                .contains("blocker: b was not signed by the CA of this PKI but by CN=etcd CA");
    }

    @Test
    void verifyTellsWhatDoesNotBelongTogether() {
        console.run("pki", "init");
        console.run("pki", "issue", "--client", "a,b");
        String a = console.file("a.crt").toString();

        FakeInvocation good =
                console.run("pki", "verify", a, console.file("a.key").toString());
        FakeInvocation bad =
                console.line("pki", "verify", a, console.file("b.key").toString());

        assertThat(good.written())
                .startsWith("a.crt is valid for 364 days, signed by CN=etcd CA, and a.key is its key");
        assertThatThrownBy(() -> console.run(bad)).hasMessage("1 finding must be mended");
        assertThat(bad.written()).contains("b.key is not the key of a.crt");
    }

    @Test
    void showTellsAllThatStandsInACertificate() {
        console.run("pki", "init");
        console.run(
                "pki", "issue", "etcd1", "--profile", "combined", "--san", "etcd1,::1", "--crl-url", "http://ca/crl");

        FakeInvocation shown = console.run("pki", "show", "etcd1");

        assertThat(shown.written())
                .contains("CN=etcd1", "ec-p256", "serverAuth, clientAuth", "DNS:etcd1, IP:::1", "http://ca/crl");
    }

    @Test
    void listRemembersWhereACertificateWasPut() {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");
        var store = dev.quorate.pki.PkiStore.at(console.pki(), Clock.systemUTC());

        store.record(List.of(new Installation(store.require("root"), "node-1:/etc/etcd/root.crt")));

        assertThat(console.run("pki", "list").written()).contains("valid, node-1:/etc/etcd/root.crt");
    }
}
