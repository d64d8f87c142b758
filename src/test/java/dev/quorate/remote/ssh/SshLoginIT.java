package dev.quorate.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.OpenSshServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Getting in to real servers on this machine, and being kept out for one clear reason. */
@Timeout(60)
class SshLoginIT {

    @TempDir
    private static Path folder;

    private static OpenSshServer server;
    private static OpenSshServer keysOnly;
    private static OpenSshServer third;

    @TempDir
    private Path home;

    private LoopbackLogin login;
    private @Nullable SshHosts connections;

    @BeforeAll
    static void start() throws Exception {
        server = OpenSshServer.start(folder.resolve("first"));
        keysOnly = OpenSshServer.start(
                folder.resolve("second"), "PasswordAuthentication no", "KbdInteractiveAuthentication no");
        third = OpenSshServer.start(folder.resolve("third"));
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
        keysOnly.close();
        third.close();
    }

    @BeforeEach
    void prepare() {
        login = new LoopbackLogin(server, home);
    }

    @AfterEach
    void disconnect() {
        if (connections != null) {
            connections.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"ed25519,''", "ed25519,open sesame", "ecdsa,''", "ecdsa,open sesame", "rsa,''", "rsa,open sesame"})
    void letsInEveryKindOfKeyWithAndWithoutPassphrase(String type, String passphrase) throws Exception {
        Path key = login.authorized("key", type, passphrase);
        Answers operator = passphrase.isEmpty() ? new Answers() : new Answers("wrong", passphrase);

        assertThat(comesIn(operator, login.settings().withIdentities(List.of(key))))
                .isTrue();

        assertThat(operator.asked())
                .hasSize(passphrase.isEmpty() ? 0 : 2)
                .allMatch(("Passphrase of " + key + ": ")::equals);
    }

    @Test
    void asksForAPassphraseOnceForAllHosts() throws Exception {
        Path key = login.authorized("key", "ed25519", "open sesame");
        third.authorize(Path.of(key + ".pub"));
        Answers operator = new Answers("open sesame");
        SshSettings accepting = login.settings().withIdentities(List.of(key)).withAcceptNew(true);

        assertThat(comesIn(operator, accepting)).isTrue();
        assertThat(comesIn(accepting.withPort(OptionalInt.of(third.port())).named("third")))
                .isTrue();

        assertThat(operator.asked()).hasSize(1);
    }

    @Test
    void aKeyThatIsLockedIsNamedWhereNobodyKnowsItsPassphrase() throws Exception {
        Path key = login.authorized("key", "ed25519", "open sesame");
        SshSettings settings = login.settings().withIdentities(List.of(key));

        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), settings))
                .hasMessageContaining(key + ", which wants a passphrase");
        assertThatThrownBy(() -> comesIn(new Answers("a", "b", "c", ""), settings))
                .hasMessageContaining(key + ", whose passphrase was not given");
    }

    @Test
    void takesKeysOfTheAgent() throws Exception {
        Path socket = home.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
        try {
            while (!Files.exists(socket)) {
                Thread.sleep(20);
            }
            Path stranger = login.key("stranger", "ecdsa", "");
            Path friend = login.authorized("friend", "rsa", "");
            String add = "SSH_AUTH_SOCK=" + socket;
            Shell.run(home, List.of("env", add, "ssh-add", "-q", stranger.toString(), friend.toString()));
            Map<String, String> environment = login.environment();
            environment.put("SSH_AUTH_SOCK", socket.toString());
            connections = new SshHosts(SshQuestions.nobody(), environment, LoopbackLogin.LIMITS);

            assertThat(comesIn(login.settings().withIdentities(List.of()))).isTrue();
        } finally {
            agent.destroy();
        }
    }

    @Test
    void asksForAPasswordOnceForSeveralHosts() throws Exception {
        Assumptions.assumeTrue(OpenSshServer.isRoot(), "only a server that root runs may look at passwords");
        Answers operator = new Answers("guess", OpenSshServer.GUEST_PASSWORD);
        SshSettings first = guest(server).named("first");

        assertThat(comesIn(operator, first)).isTrue();
        assertThat(comesIn(guest(third).named("third"))).isTrue();

        assertThat(operator.asked())
                .containsOnly("Password of first (" + first.user().orElseThrow() + "@" + server.knownAs() + "): ")
                .hasSize(2);
    }

    private static SshSettings guest(OpenSshServer at) {
        return SshSettings.of(at.login(OpenSshServer.GUEST))
                .withIdentities(List.of())
                .withAcceptNew(true);
    }

    @Test
    void asksAServerWhetherItTakesAKeyWithoutHavingThePrivateOne() throws Exception {
        Path friend = login.authorized("friend", "rsa", "forgotten");
        String stranger = Files.readString(Path.of(login.key("stranger", "ed25519", "") + ".pub"));
        connections = login.connections();

        assertThat(connections.letsIn(login.settings(), Files.readString(Path.of(friend + ".pub"))))
                .isTrue();
        assertThat(connections.letsIn(login.settings(), stranger)).isFalse();
    }

    @Test
    void saysWhatWasTriedWhereNobodyIsLetIn() throws Exception {
        Path stranger = login.key("stranger", "ed25519", "");
        SshSettings settings = login.settings().withIdentities(List.of(stranger));

        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), settings))
                .hasMessageEndingWith(" lets nobody in with " + stranger);
        assertThatThrownBy(() -> comesIn(new Answers("a", "b", "c"), settings))
                .hasMessageEndingWith(" lets nobody in with " + stranger + ", a password");
        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), settings.withIdentities(List.of(Path.of("/no/key")))))
                .hasMessageStartingWith("the private key /no/key of host ")
                .hasMessageEndingWith(" cannot be read");
    }

    @Test
    void asksForNoPasswordWhereTheServerTakesNone() throws Exception {
        Answers operator = new Answers();
        SshSettings settings = SshSettings.of(keysOnly.login())
                .withIdentities(List.of(login.key("stranger", "ed25519", "")))
                .withAcceptNew(true);

        assertThatThrownBy(() -> comesIn(operator, settings)).hasMessageContaining("lets nobody in with");

        assertThat(operator.asked()).isEmpty();
    }

    @Test
    void goesThroughJumpHosts() throws Exception {
        Path key = login.authorized("key", "ed25519", "");
        keysOnly.authorize(Path.of(key + ".pub"));
        third.authorize(Path.of(key + ".pub"));
        connections = login.connections();

        assertThat(comesIn(SshSettings.of(third.login())
                        .withIdentities(List.of(key))
                        .withAcceptNew(true)
                        .withJump(Optional.of(server.login() + "," + keysOnly.login()))))
                .isTrue();

        assertThat(Files.readString(home.resolve(".ssh/known_hosts")))
                .contains(server.knownAs(), keysOnly.knownAs(), third.knownAs());
    }

    @Test
    void readsTheOperatorsConfig() throws Exception {
        Files.createDirectories(home.resolve(".ssh/more"));
        Files.writeString(home.resolve(".ssh/config"), """
                Include more/*.conf
                Host db-* !db-2
                    User nobody
                Host db-?
                    HostName 127.0.0.1
                    Port %d
                    User %s
                    IdentityFile "%s"
                    UserKnownHostsFile %s
                """.formatted(
                        server.port(),
                        System.getProperty("user.name"),
                        login.authorized("key", "rsa", ""),
                        login.knownHosts()));
        Files.writeString(home.resolve(".ssh/more/one.conf"), "Host db-3\n  Port = 1\n");

        assertThat(comesIn(SshQuestions.nobody(), SshSettings.of("db-2"))).isTrue();
        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), SshSettings.of("db-1")))
                .hasMessageContaining("nobody@");
        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), SshSettings.of("db-3")))
                .hasMessage("nothing listens on [127.0.0.1]:1: connection refused");
    }

    @Test
    void asksBeforeItTrustsAKeyAndRemembersIt() throws Exception {
        Path known = home.resolve(".ssh/known_hosts");
        SshSettings settings =
                login.settings().withKnownHosts(Optional.of(known)).named("etcd1");

        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), settings))
                .hasMessageMatching("the host key of etcd1 \\(\\S+\\) is not known: ED25519 SHA256:\\S+");
        Answers operator = new Answers("yes");
        assertThat(comesIn(operator, settings)).isTrue();
        connections.close();
        assertThat(comesIn(SshQuestions.nobody(), settings)).isTrue();

        assertThat(operator.asked()).hasSize(1);
        assertThat(Shell.run(home, List.of("ssh-keygen", "-F", server.knownAs(), "-f", known.toString())))
                .contains("ssh-ed25519");
    }

    @Test
    void knowsHashedHostsAndPrefersTheTypeOfKeyThatIsKnown() throws Exception {
        Path known = Files.writeString(home.resolve("known"), server.knownLine("ecdsa"));
        Shell.run(home, List.of("ssh-keygen", "-q", "-H", "-f", known.toString()));
        assertThat(Files.readString(known)).startsWith("|1|");

        assertThat(comesIn(SshQuestions.nobody(), login.settings().withKnownHosts(Optional.of(known))))
                .isTrue();
    }

    @Test
    void refusesAHostWhoseKeyHasChangedEvenWhereNewOnesAreAccepted() throws Exception {
        Path known = home.resolve("known");
        String other = third.knownLine("ed25519").replace(third.knownAs(), server.knownAs());
        Files.writeString(known, "# comment\n" + other);
        SshSettings settings =
                login.settings().withKnownHosts(Optional.of(known)).withAcceptNew(true);

        assertThatThrownBy(() -> comesIn(new Answers("yes"), settings))
                .isInstanceOfSatisfying(OperatorException.class, e -> {
                    assertThat(e.failure().what()).contains("has changed").contains("line 2 of " + known);
                    assertThat(e.failure().hint())
                            .contains("ssh-keygen -f " + known + " -R '" + server.knownAs() + "'");
                });
    }

    @Test
    void saysInOneLineWhyAHostCannotBeReached() throws Exception {
        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), SshSettings.of("no-such-host.invalid")))
                .hasMessage("the name no-such-host.invalid does not resolve");
        assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), SshSettings.of("127.0.0.1:2")))
                .hasMessage("nothing listens on [127.0.0.1]:2: connection refused");
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            String place = "127.0.0.1:" + mute.getLocalPort();

            assertThatThrownBy(() -> comesIn(SshQuestions.nobody(), SshSettings.of(place)))
                    .hasMessage("no answer from [127.0.0.1]:%d within 5 s".formatted(mute.getLocalPort()));
        }
    }

    @Test
    void noticesAServerThatNoLongerAnswersDuringACommand() throws Exception {
        connections = login.connections();
        Host host = connections.host(login.settings());
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                host.run(ShellCommand.reads("sleep", "4740"));
            } catch (OperatorException | InterruptedException e) {
                end.complete(e);
            }
        });
        long sleeper = sleeper();
        ProcessHandle session = sessionOf(sleeper);

        Shell.run(home, List.of("kill", "-STOP", Long.toString(session.pid())));

        assertThat(end.get()).hasMessageContaining("was lost during 'sleep 4740'");
        session.destroyForcibly();
        ProcessHandle.of(sleeper).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(comesIn(login.settings())).isTrue();
    }

    private long sleeper() throws InterruptedException {
        while (true) {
            String found = Shell.run(home, List.of("sh", "-c", "pgrep -fx 'sleep 4740' || true"))
                    .strip();
            if (!found.isEmpty()) {
                return Long.parseLong(found);
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** The server's process that talks to the client: the first above the command that is an sshd. */
    private static ProcessHandle sessionOf(long process) {
        return Stream.iterate(
                        ProcessHandle.of(process).orElseThrow(),
                        each -> each.parent().orElseThrow())
                .filter(each -> each.info().command().orElse("").endsWith("sshd"))
                .findFirst()
                .orElseThrow();
    }

    private boolean comesIn(SshQuestions questions, SshSettings settings) throws InterruptedException {
        connections = login.asking(questions);
        return comesIn(settings);
    }

    private boolean comesIn(SshSettings settings) throws InterruptedException {
        return connections.host(settings).run(ShellCommand.reads("true")).succeeded();
    }
}
