package dev.quorate.testing.hosts;

import dev.quorate.testing.etcd.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real OpenSSH server of its own on a loopback address and a free port, for logins that need no whole host. It lets in who
 * runs the tests, by the keys it is told of; as root it has its own list of users too, of whom {@value #GUEST} has a password.
 * The program is the installed one or what {@code scripts/fetch-sshd} fetched; without it, tests are skipped.
 */
public final class OpenSshServer implements AutoCloseable {

    /** Whom only a password lets in. */
    public static final String GUEST = "guest";

    public static final String GUEST_PASSWORD = "guest-password";

    private static final String ADDRESS = "127.0.0.1";
    private static final int MOST_LOOKS = 200;

    /** Other users than the machine's, seen by this server alone. {@code $1} has their files, the rest is the server. */
    private static final String WITH_USERS = """
            mount --bind "$1/passwd" /etc/passwd && mount --bind "$1/shadow" /etc/shadow &&
            mount -t tmpfs none /run && mkdir -m 755 /run/sshd && shift && exec "$@"
            """;

    private final Path folder;
    private final int port;
    private final Process process;

    private OpenSshServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * @param folder empty, for the server's files
     * @param settings lines of {@code sshd_config} that count before the usual ones
     */
    public static OpenSshServer start(Path folder, String... settings) throws IOException, InterruptedException {
        Path program = program().orElseGet(() -> Assumptions.abort("no OpenSSH server is here: scripts/fetch-sshd"));
        Files.createDirectories(folder);
        int port = freePort();
        configure(folder, port, settings);
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            addUsers(folder);
            command.addAll(List.of("unshare", "--mount", "sh", "-c", WITH_USERS, "sh", folder.toString()));
        }
        Path configuration = folder.resolve("sshd_config");
        command.addAll(List.of(program.toString(), "-D", "-e", "-f", configuration.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        libraries(program).ifPresent(path -> builder.environment().put("LD_LIBRARY_PATH", path.toString()));
        OpenSshServer server = new OpenSshServer(folder, port, builder.start());
        server.awaitListening();
        return server;
    }

    /** Whether it has users of its own, so that {@link #GUEST} may come in. */
    public static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    public int port() {
        return port;
    }

    /** As a client names it with user and port. */
    public String login() {
        return System.getProperty("user.name") + "@" + place();
    }

    /** As {@link #login}, of another user. */
    public String login(String user) {
        return user + "@" + place();
    }

    private String place() {
        return ADDRESS + ":" + port;
    }

    /** As {@code known_hosts} names it. */
    public String knownAs() {
        return "[" + ADDRESS + "]:" + port;
    }

    /** Its line in {@code known_hosts} with the key of a type: ed25519, ecdsa or rsa. */
    public String knownLine(String type) throws IOException {
        return knownAs() + " " + Files.readString(hostKey(folder, type + ".pub"));
    }

    /** Lets in whoever has the key. */
    public void authorize(Path publicKey) throws IOException {
        Files.writeString(
                folder.resolve("authorized_keys"),
                Files.readString(publicKey),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** What it said so far. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitListening() throws IOException, InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS && process.isAlive(); looks++) {
            try (Socket socket = new Socket(ADDRESS, port)) {
                if (socket.getInputStream().read() == 'S') {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        close();
        throw new IllegalStateException("sshd does not start: " + log());
    }

    private static void configure(Path folder, int port, String... settings) throws IOException {
        List<String> lines = new ArrayList<>(List.of(settings));
        lines.addAll(List.of(
                "Port " + port,
                "ListenAddress " + ADDRESS,
                "PidFile none",
                "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                "StrictModes no",
                "UsePAM no",
                "PermitRootLogin yes",
                "PasswordAuthentication yes",
                "Subsystem sftp internal-sftp"));
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Path key = hostKey(folder, type);
            Shell.run(folder, List.of("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString()));
            lines.add("HostKey " + key);
        }
        Files.write(folder.resolve("sshd_config"), lines);
    }

    private static void addUsers(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("passwd"),
                String.join(
                        "\n",
                        "root:x:0:0:root:/root:/bin/sh",
                        "sshd:x:4093:65534::/run/sshd:/usr/sbin/nologin",
                        GUEST + ":x:4094:4094::/:/bin/sh",
                        ""));
        String hash = Shell.run(folder, List.of("openssl", "passwd", "-6", GUEST_PASSWORD))
                .strip();
        Files.writeString(
                folder.resolve("shadow"),
                "root:*:19000::::::\nsshd:*:19000::::::\n%s:%s:19000::::::\n".formatted(GUEST, hash));
    }

    private static Path hostKey(Path folder, String name) {
        return folder.resolve("host_" + name);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> program() {
        return Stream.of(Path.of("/usr/sbin/sshd"), cache().resolve("usr/sbin/sshd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path cache() {
        String told = System.getenv("QUORATE_CACHE");
        Path cache = told == null ? Path.of(System.getProperty("user.home"), ".cache/quorate") : Path.of(told);
        return cache.resolve("openssh");
    }

    /** What was fetched has its libraries beside it. */
    private static Optional<Path> libraries(Path program) {
        if (!program.startsWith(cache())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(cache())) {
            return files.filter(file -> file.getFileName().toString().equals("libwrap.so.0"))
                    .findFirst()
                    .map(Path::getParent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
