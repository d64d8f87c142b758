package dev.quorate.testing.etcd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates made by the {@code openssl} program, so that what is tested is not also what makes the test. Each is made
 * when first asked for; {@code NAME.crt} and {@code NAME.key} (PKCS#8) in one directory.
 */
public final class TestCertificates {

    private static final String GOOD_NAMES = "IP:127.0.0.1,IP:127.0.0.2,IP:127.0.0.3,DNS:localhost";
    private static final int VALID_DAYS = 30;
    private static final int EXPIRED_DAYS = -1;

    private final Path directory;

    public TestCertificates(Path directory) {
        this.directory = directory;
    }

    /** A certificate, its key and the authority that signed it. */
    public record Pair(Path certificate, Path key, Path authority) {}

    /** The CA every good certificate is signed by. */
    public Path authority() {
        return authority("ca");
    }

    /** A CA nobody trusts unless told to. */
    public Path foreignAuthority() {
        return authority("foreign-ca");
    }

    public Pair server() {
        return issue("server", "ca", GOOD_NAMES, VALID_DAYS);
    }

    public Pair peer() {
        return issue("peer", "ca", GOOD_NAMES, VALID_DAYS);
    }

    public Pair expiredServer() {
        return issue("expired-server", "ca", GOOD_NAMES, EXPIRED_DAYS);
    }

    /** A server certificate for names that are not 127.0.0.1. */
    public Pair misnamedServer() {
        return issue("misnamed-server", "ca", "DNS:etcd.example,IP:192.0.2.7", VALID_DAYS);
    }

    public Pair client() {
        return client("root");
    }

    /** A client whose common name is {@code user}: etcd takes it as the user's name when auth is on. */
    public Pair client(String user) {
        return issue("client-" + user, user, "ca", GOOD_NAMES, VALID_DAYS);
    }

    public Pair expiredClient() {
        return issue("expired-client", "ca", GOOD_NAMES, EXPIRED_DAYS);
    }

    public Pair foreignClient() {
        return issue("foreign-client", "foreign-ca", GOOD_NAMES, VALID_DAYS);
    }

    /** The list of what the CA took back, with {@code revoked} on it. */
    public Path revocationList(Pair revoked) {
        String serial = Shell.run(
                        directory,
                        List.of(
                                "openssl",
                                "x509",
                                "-noout",
                                "-serial",
                                "-in",
                                revoked.certificate().toString()))
                .strip()
                .substring("serial=".length());
        write("index.txt", "R\t391231235959Z\t250101000000Z\t" + serial + "\tunknown\t/CN=revoked\n");
        write("crl.cnf", "[ca]\ndefault_ca=list\n[list]\ndatabase=index.txt\ndefault_md=sha256\n");
        openssl(
                "ca",
                "-gencrl",
                "-config",
                "crl.cnf",
                "-cert",
                "ca.crt",
                "-keyfile",
                "ca.key",
                "-crldays",
                "1",
                "-out",
                "ca.crl");
        return directory.resolve("ca.crl");
    }

    /** {@code key} in another form: {@code conversion} is the openssl command that reads one file and writes another. */
    public Path convert(Path key, String name, String... conversion) {
        Path converted = directory.resolve(name + ".key");
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(conversion));
        command.addAll(List.of("-in", key.toString(), "-out", converted.toString()));
        Shell.run(directory, command);
        return converted;
    }

    /** A client certificate with a key made by the given {@code openssl genpkey} arguments. */
    public Pair clientWithKey(String name, String... genpkey) {
        Path key = directory.resolve(name + ".key");
        if (!Files.exists(key)) {
            List<String> command = new ArrayList<>(List.of("openssl", "genpkey", "-out", key.toString()));
            command.addAll(List.of(genpkey));
            Shell.run(directory, command);
        }
        return issue(name, "root", "ca", GOOD_NAMES, VALID_DAYS);
    }

    private Path authority(String name) {
        Path certificate = directory.resolve(name + ".crt");
        if (!Files.exists(certificate)) {
            key(name);
            openssl(
                    "req",
                    "-x509",
                    "-new",
                    "-key",
                    name + ".key",
                    "-subj",
                    "/CN=" + name,
                    "-days",
                    "30",
                    "-out",
                    name + ".crt");
        }
        return certificate;
    }

    private Pair issue(String name, String authority, String names, int days) {
        return issue(name, name, authority, names, days);
    }

    private Pair issue(String name, String commonName, String authority, String names, int days) {
        Path signer = authority(authority);
        Pair pair = new Pair(directory.resolve(name + ".crt"), directory.resolve(name + ".key"), signer);
        if (Files.exists(pair.certificate())) {
            return pair;
        }
        if (!Files.exists(pair.key())) {
            key(name);
        }
        write(name + ".ext", "subjectAltName=" + names + "\nextendedKeyUsage=serverAuth,clientAuth\n");
        openssl("req", "-new", "-key", name + ".key", "-subj", "/CN=" + commonName, "-out", name + ".csr");
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                authority + ".crt",
                "-CAkey",
                authority + ".key",
                "-CAcreateserial",
                "-days",
                Integer.toString(days),
                "-extfile",
                name + ".ext",
                "-out",
                name + ".crt");
        return pair;
    }

    private void key(String name) {
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name + ".key");
    }

    private void openssl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Shell.run(directory, command);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
