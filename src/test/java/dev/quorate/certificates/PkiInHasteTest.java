package dev.quorate.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are easily typed in haste: none of them may cost a key, or tell less than it should. */
class PkiInHasteTest {

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

    private void assertRefused(String message, String... words) {
        assertThatThrownBy(() -> console.run(words))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
    }

    @Test
    void noCertificateTakesTheFilesOfAnotherOrOfThePki() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "a", "--profile", "client");
        String authority = Files.readString(console.file("ca.crt"));
        String taken = " in " + console.pki() + " ";

        assertRefused("\"ca\" is what the CA itself is called", "pki", "issue", "ca", "--profile", "client");
        assertRefused("\"ca\" is what the CA itself is called", "pki", "request", "ca", "--profile", "client");
        for (String file : List.of("ca.crt", "a.crt", "index.jsonl", "ca.crl", "ca-config.json")) {
            assertThatThrownBy(
                            () -> console.run("pki", "issue", "b", "--profile", "client", "--certificate-file", file))
                    .hasMessageStartingWith("the file " + file + taken)
                    .hasMessageEndingWith(", so b cannot have it");
        }
        assertRefused(
                "the file a.crt" + taken + "belongs to a, so ca cannot have it",
                "pki",
                "init",
                "--replace",
                "--certificate-file",
                "a.crt");

        assertThat(Files.readString(console.file("ca.crt"))).isEqualTo(authority);
        assertThat(console.file("b.key")).doesNotExist();
    }

    @Test
    void aRevokedCertificateIsNeitherKeptNorRenewedWithItsKey() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");
        String key = Files.readString(console.file("root.key"));
        console.run("pki", "revoke", "root");

        assertRefused("root is revoked, and its key may be known to others", "pki", "renew", "root");
        FakeInvocation issued = console.run("pki", "issue", "root", "--profile", "client");

        assertThat(issued.written()).contains(", issued,");
        assertThat(Files.readString(console.file("root.key"))).isNotEqualTo(key);
        console.run("pki", "revoke", "root");
        console.run("pki", "renew", "root", "--new-key");
        assertThat(console.run("pki", "list").written())
                .contains("root, client")
                .doesNotContain("revoked");
    }

    @Test
    void tellsOfACertificateThatWasSignedByAnotherAuthority() {
        console.run("pki", "init", "--subject", "CN=old CA");
        console.run("pki", "issue", "root", "--profile", "client");
        console.run("pki", "init", "--replace", "--subject", "CN=new CA");

        FakeInvocation renewed = console.run("pki", "renew", "--all");

        assertThat(renewed.notes())
                .containsExactly("root was signed by CN=old CA and is signed by CN=new CA now: who trusts only the"
                        + " former refuses it");
    }

    @Test
    void tellsThatNothingOutlivesAnAuthorityThatEndsSoon() {
        console.run("pki", "init", "--days", "1000");

        FakeInvocation early = console.run("pki", "issue", "a", "--profile", "client");
        FakeInvocation late = consoleAfter(Duration.ofDays(900)).run("pki", "issue", "b", "--profile", "client");

        assertThat(early.notes()).isEmpty();
        assertThat(late.notes()).singleElement().asString().startsWith("nothing outlives its CA: certificates end on ");
    }

    @Test
    void refusesTimesThatNoCertificateCanTellOf() {
        assertThatThrownBy(() -> console.run("pki", "init", "--days", "9999y"))
                .hasMessage("3649635 days from now lie beyond the year 9999, where the time of certificates ends");
        console.run("pki", "init", "--days", "7000y");
        assertThatThrownBy(() -> console.run("pki", "crl", "--list-days", "99999y"))
                .hasMessageContaining("year 9999");
    }

    @Test
    void saysThatThereIsNoPkiInsteadOfListingNothing() {
        assertRefused("there is no PKI in " + console.pki(), "pki", "list");
        assertRefused("there is no PKI in " + console.pki(), "pki", "expiring");
        assertThatThrownBy(() ->
                        console.run("pki", "verify", home.resolve("none.crt").toString()))
                .hasMessage("there is no file " + home.resolve("none.crt"));
    }

    @Test
    void aRequestLeavesAPairThatIsThereWhole() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "etcd1", "--profile", "combined", "--san", "etcd1");
        String key = Files.readString(console.file("etcd1.key"));

        console.run("pki", "request", "etcd1", "--profile", "combined", "--san", "etcd1,10.0.0.1");

        assertThat(Files.readString(console.file("etcd1.key"))).isEqualTo(key);
        OpenSsl.assertPair(console.file("etcd1.crt"), console.file("etcd1.key"));

        console.run("pki", "request", "etcd1", "--profile", "combined", "--san", "etcd1", "--key-type", "rsa-2048");

        assertThat(console.file("etcd1.crt")).doesNotExist();
        try (var files = Files.list(console.pki())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(file -> file.startsWith("etcd1.crt."))
                    .anyMatch(file -> file.startsWith("etcd1.key."));
        }
    }

    @Test
    void aPassphraseThatIsGivenEncryptsTheKey() throws IOException {
        Path file = Files.writeString(home.resolve("passphrase"), "secret\n");
        Path empty = Files.writeString(home.resolve("empty"), "\n");

        assertRefused(
                "the passphrase file " + empty + " begins with an empty line",
                "pki",
                "init",
                "--passphrase-file",
                empty.toString());
        console.run("pki", "init", "--passphrase-file", file.toString());

        assertThat(Files.readString(console.file("ca.key"))).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    }

    @Test
    void anAuthorityThatEndedIsRenewedTogetherWithWhatItSigned() {
        console.run("pki", "init", "--days", "30");
        console.run("pki", "issue", "--client", "a,b", "--days", "20");
        PkiConsole later = consoleAfter(Duration.ofDays(40));

        assertThatThrownBy(() -> later.run("pki", "renew", "--all"))
                .satisfies(thrown -> assertThat(
                                ((OperatorException) thrown).failure().hint())
                        .startsWith("pki renew --ca makes it again with its key"));
        FakeInvocation renewed = later.run("pki", "renew", "--ca", "--all");

        assertThat(renewed.written().lines())
                .satisfiesExactly(
                        ca -> assertThat(ca).startsWith("ca, ").contains(", 29, "),
                        a -> assertThat(a).startsWith("a, ").contains(", 19, "),
                        b -> assertThat(b).startsWith("b, ").contains(", 19, "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0", "DNS:10.0.0.1", "URI:", "email:", "spiffe://etcd/\u00e4"})
    void refusesNamesByWhichNobodyIsReached(String name) {
        assertThatThrownBy(() -> console.line("pki", "issue", "a", "--profile", "server", "--san", name))
                .hasMessageContaining("invalid value \"" + name + "\" for --san");
    }

    @Test
    void aServerNeedsAHostAmongItsNames() {
        console.run("pki", "init");

        assertRefused(
                "the server certificate a names no host",
                "pki",
                "issue",
                "a",
                "--profile",
                "server",
                "--san",
                "https://etcd1:2379,ops@example.com");
    }

    @Test
    void takesSubjectsAsTheyAreWritten() {
        console.run("pki", "init", "--subject", "O=#1 Hosting,CN=etcd CA");

        assertThat(OpenSsl.field(console.file("ca.crt"), "Subject")).isEqualTo("O = \"#1 Hosting\", CN = etcd CA");
        assertThatThrownBy(() -> console.line("pki", "init", "--subject", "CN=" + "x".repeat(65)))
                .hasMessageContaining("cannot be the CN of a subject");
        assertThatThrownBy(() -> console.line("pki", "init", "--subject", "C=USA"))
                .hasMessageContaining("\"USA\" cannot be the C of a subject");
    }

    @Test
    void namesOfThePkiCanBeCompleted() {
        assertThat(console.names()).isEmpty();

        console.run("pki", "init");
        console.run("pki", "issue", "--client", "root,healthcheck");

        assertThat(console.names()).containsExactly("root", "healthcheck");
    }

    @Test
    void anEmptyPathIsNoFolder() {
        assertThatThrownBy(() -> console.line("pki", "init", "--directory", ""))
                .hasMessageContaining("no path is empty");
    }

    @Test
    void exportsIntoAFolderUnderTheUsualName() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");
        Path folder = Files.createDirectory(home.resolve("folder"));

        console.run("pki", "export", "root", "--to", folder.toString());

        assertThat(folder.resolve("root.pem")).isRegularFile();
    }

    @Test
    void aRevokedCertificateIsCalledSoWhereverOneLooks() {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");
        console.run("pki", "revoke", "root");
        FakeInvocation verify =
                console.line("pki", "verify", console.file("root.crt").toString());

        assertThatThrownBy(() -> console.run(verify)).isInstanceOf(OperatorException.class);

        assertThat(verify.written()).contains("blocker: root.crt is revoked");
        assertThat(console.run("pki", "show", "root").written()).contains("revoked, 364 days left");
        assertThat(console.run("pki", "lint").written()).contains("warning: root is revoked; pki renew --new-key root");
    }

    @Test
    void whatARenewedCertificateReplacedIsTakenBackWithIt() throws IOException {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");
        Path stolen = Files.copy(console.file("root.crt"), home.resolve("stolen.crt"));
        console.run("pki", "issue", "other", "--profile", "client");
        console.run("pki", "renew", "root");

        FakeInvocation revoked = console.run("pki", "revoke", "root");

        assertThat(revoked.written()).contains("earlier serials: " + serial(stolen));
        assertThat(OpenSsl.output("crl", "-in", console.file("ca.crl"), "-noout", "-text"))
                .containsIgnoringCase("Serial Number: " + serial(stolen))
                .containsIgnoringCase("Serial Number: " + serial(console.file("root.crt")))
                .doesNotContainIgnoringCase("Serial Number: " + serial(console.file("other.crt")));
    }

    private static String serial(Path certificate) {
        return OpenSsl.output("x509", "-noout", "-serial", "-in", certificate)
                .strip()
                .substring("serial=".length())
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void listsAreListsInJsonHoweverShort() {
        console.run("pki", "init");
        console.run("pki", "issue", "root", "--profile", "client");
        FakeInvocation show = console.line(OutputFormat.JSON, "pki", "show", "root");

        console.run(show);

        assertThat(show.written())
                .contains("\"extendedKeyUsage\":[\"clientAuth\"]")
                .contains("\"ca\":\"no\"")
                .contains("\"validUntil\":");
    }
}
