package dev.quorate.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.remote.CommandResult;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.NewFile;
import dev.quorate.remote.PresentFile;
import dev.quorate.remote.ShellCommand;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.OpenSshServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands and files of a host, over a real server on this machine. */
@Timeout(60)
class SshHostIT {

    @TempDir
    private static Path folder;

    private static OpenSshServer server;

    @TempDir
    private Path home;

    private SshHosts connections;
    private Host host;

    @BeforeAll
    static void start() throws Exception {
        server = OpenSshServer.start(folder.resolve("server"));
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @BeforeEach
    void connect() throws Exception {
        LoopbackLogin login = new LoopbackLogin(server, home);
        connections = login.connections();
        host = connections.host(login.settings().named("etcd1"));
    }

    @AfterEach
    void disconnect() {
        connections.close();
    }

    @Test
    void aCommandGetsItsWordsUntouched() throws Exception {
        CommandResult result = host.run(ShellCommand.reads("printf", "%s|", "a b", "$HOME", "it's", "*", ""));

        assertThat(result.text()).isEqualTo("a b|$HOME|it's|*||");
        assertThat(result.errorText()).isEmpty();
    }

    @Test
    void keepsOutputErrorsAndStatusApart() throws Exception {
        CommandResult result = host.run(ShellCommand.reads("sh", "-c", "echo out; echo bad >&2; exit 3"));

        assertThat(result.text()).isEqualTo("out\n");
        assertThat(result.errorText()).isEqualTo("bad\n");
        assertThat(result.status()).isEqualTo(3);
    }

    @Test
    void theLastPieceOfInputArrivesThoughTheServerHasNoRoomForItYet() throws Exception {
        byte[] input = new byte[(4 << 20) + 8192];

        for (int round = 0; round < 10; round++) {
            ShellCommand count =
                    ShellCommand.reads("sh", "-c", "sleep 0.1; wc -c").withInput(input);

            assertThat(host.run(count).text().strip()).isEqualTo(Integer.toString(input.length));
        }
    }

    @Test
    void tellsOfACommandThatIsNotThereByItsStatus() throws Exception {
        CommandResult result = host.run(ShellCommand.reads("nosuchprogram"));

        assertThat(result.status()).isEqualTo(127);
        assertThat(result.errorText()).contains("nosuchprogram: not found");
    }

    @Test
    void carriesMuchOnAllThreeStreamsAtOnce() throws Exception {
        byte[] input = new byte[4 << 20];
        new Random(1).nextBytes(input);

        String both = "cat; head -c 4194304 /dev/zero >&2 & head -c 4194304 /dev/zero; wait";
        CommandResult result = host.run(ShellCommand.reads("sh", "-c", both).withInput(input));

        assertThat(Arrays.copyOf(result.output(), input.length)).isEqualTo(input);
        assertThat(result.output()).hasSize(2 * input.length);
        assertThat(result.errors()).hasSize(input.length);
    }

    @Test
    void endsWhatDoesNotEndInTimeWithAllItHasStarted() {
        ShellCommand slow =
                ShellCommand.reads("sh", "-c", "sleep 4711 & sleep 4711").within(Duration.ofSeconds(1));

        assertThatThrownBy(() -> host.run(slow)).hasMessageContaining("did not end within 1 s on etcd1 and was ended");

        assertThat(processes("sleep 4711")).isEmpty();
    }

    @Test
    void anInterruptionEndsTheProcessGroupOnTheHost() throws Exception {
        Thread running = Thread.ofVirtual().start(() -> {
            try {
                host.run(ShellCommand.reads("sh", "-c", "sleep 4712 | cat"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        awaitProcess("sleep 4712");

        running.interrupt();
        running.join(Duration.ofSeconds(10));

        assertThat(processes("sleep 4712")).isEmpty();
        assertThat(host.run(ShellCommand.reads("true")).succeeded()).isTrue();
    }

    @Test
    void manyCommandsAtOnceAreMoreThanTheServersSessionsButAllRun() throws Exception {
        var fan = new dev.quorate.plan.FanOut(30);

        var statuses = fan.all(
                java.util.stream.IntStream.range(0, 30).boxed().toList(),
                index -> host.run(ShellCommand.reads("echo", index)).text());

        assertThat(statuses).hasSize(30).startsWith("0\n", "1\n").endsWith("29\n");
    }

    @Test
    void writesSeveralFilesAtOnceEachWithItsContentAndAccess() throws Exception {
        byte[] secret = new byte[70_000];
        new Random(1).nextBytes(secret);
        Path key = home.resolve("several.key");
        Path empty = home.resolve("several empty");
        Path text = home.resolve("several.crt");

        host.files()
                .writeAll(List.of(
                        new NewFile(key, secret, FileAccess.PRIVATE),
                        new NewFile(empty, new byte[0], FileAccess.PUBLIC),
                        new NewFile(text, bytes("a\nb"), FileAccess.PUBLIC)));

        PresentFile found = host.files().present(key).orElseThrow();
        assertThat(found.content()).isEqualTo(secret);
        assertThat(found.facts().mode()).isEqualTo(0600);
        assertThat(host.files().present(empty).orElseThrow().content()).isEmpty();
        assertThat(host.files().present(text).orElseThrow().content()).isEqualTo(bytes("a\nb"));
        assertThat(host.files().present(home.resolve("several.none"))).isEmpty();
    }

    @Test
    void whatCannotBeWrittenAmongSeveralIsNamedAndThoseBeforeItStay() throws Exception {
        NewFile first = new NewFile(home.resolve("first"), bytes("1"), FileAccess.PUBLIC);
        NewFile second = new NewFile(Path.of("/proc/second"), bytes("2"), FileAccess.PUBLIC);

        assertThatThrownBy(() -> host.files().writeAll(List.of(first, second)))
                .hasMessageContaining("cannot write /proc/second");
        assertThat(host.files().present(first.path())).isPresent();
    }

    @Test
    void renamesButNeverOntoSomething() throws Exception {
        HostFiles files = host.files();
        files.write(home.resolve("here"), bytes("x"), FileAccess.PRIVATE);

        files.rename(home.resolve("here"), home.resolve("there"));
        files.write(home.resolve("here"), bytes("y"), FileAccess.PRIVATE);

        assertThatThrownBy(() -> files.rename(home.resolve("here"), home.resolve("there")))
                .hasMessage("cannot rename %1$s/here on etcd1: %1$s/there is there already".formatted(home));
        assertThat(files.stat(Path.of("/nothing/at/all"))).isEmpty();
        assertThat(files.list(Path.of("/nothing"))).isEmpty();
    }

    @Test
    void uploadsALargeFileFast() throws Exception {
        Path local = home.resolve("large");
        byte[] content = new byte[64 << 20];
        new Random(1).nextBytes(content);
        Files.write(local, content);

        Files.createDirectory(home.resolve("far"));
        host.files().upload(local, home.resolve("far/large"), FileAccess.PROGRAM);

        assertThat(host.files().stat(home.resolve("far/large")))
                .hasValueSatisfying(facts -> assertThat(facts.mode()).isEqualTo(0755));
        assertThat(host.files().sha256(home.resolve("far/large")))
                .isEqualTo(
                        Shell.run(home, List.of("sha256sum", local.toString())).split(" ")[0]);
    }

    private static void awaitProcess(String words) throws InterruptedException {
        for (int tries = 0; processes(words).isEmpty(); tries++) {
            assertThat(tries).as("looks for " + words).isLessThan(100);
            Thread.sleep(100);
        }
    }

    private static String processes(String words) {
        return Shell.run(Path.of("/"), List.of("sh", "-c", "pgrep -fx '" + words + "' || true"))
                .strip();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
