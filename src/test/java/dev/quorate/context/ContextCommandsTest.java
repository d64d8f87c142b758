package dev.quorate.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.Connections;
import dev.quorate.session.Context;
import dev.quorate.session.ContextStore;
import dev.quorate.session.Protection;
import dev.quorate.session.Protection.State;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.session.SettingName;
import dev.quorate.session.SettingValues;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Lines;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextCommandsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String URL = "http://10.0.0.1:2379";

    @TempDir
    Path home;

    private final List<EtcdSettings> connected = new ArrayList<>();
    private FakeCluster cluster = new FakeCluster(URL).member(1, "etcd1", URL).answering(URL, 1, 1, 9);
    private ContextStore contexts;
    private SessionResolver resolver;
    private Sessions sessions;
    private Protection protection;
    private List<CommandSpec> commands;

    @BeforeEach
    void wire() {
        contexts = new ContextStore(new QuorateHome(home));
        resolver = new SessionResolver(Map.of("ETCDCTL_WRITE_OUT", "json"), contexts);
        protection = new Protection(contexts, Clock.fixed(NOW, ZoneOffset.UTC));
        sessions = new Sessions(resolver.forOneLine());
        Connections connections = new Connections(sessions, this::connect, prompt -> "typed".toCharArray());
        commands = List.<CommandGroup>of(
                        new ConnectCommands(new Connector(sessions, resolver, contexts, connections)),
                        new ContextCommands(sessions, resolver, contexts, connections),
                        new ProtectionCommands(sessions, contexts, protection),
                        new SettingCommands(sessions, resolver, connections))
                .stream()
                .flatMap(group -> group.commands().stream())
                .toList();
    }

    private FakeCluster connect(EtcdSettings settings) {
        connected.add(settings);
        return cluster;
    }

    @Test
    void movesToAClusterThatAnswers() throws Exception {
        FakeInvocation line = run("connect", "10.0.0.1:2379,10.0.0.2:2379", "10.0.0.3:2379");

        assertThat(sessions.standing().endpointList()).isEqualTo("10.0.0.1:2379,10.0.0.2:2379,10.0.0.3:2379");
        assertThat(line.written()).isEqualTo("c1, 1 of 1 healthy, etcd 3.5.16, leader etcd1, quorum\n");
        assertThat(contexts.names()).isEmpty();
    }

    @Test
    void staysWhereItIsWhenNothingAnswers() {
        cluster = new FakeCluster(URL);

        assertThatThrownBy(() -> run("connect", "10.0.0.1:2379")).isInstanceOfSatisfying(OperatorException.class, e -> {
            assertThat(e.failure().what()).isEqualTo("nothing listens at " + URL);
            assertThat(e.failure().hint()).isEqualTo("is etcd running there?");
        });
        assertThat(sessions.standing().endpointList()).isEqualTo("127.0.0.1:2379");
    }

    @Test
    void savesAConnectionAndUsesItFromThenOn() throws Exception {
        run("connect", "10.0.0.1:2379", "--save", "prod");

        assertThat(contexts.get("prod").values().find(SettingName.ENDPOINTS)).contains("10.0.0.1:2379");
        assertThat(sessions.standing().cluster()).contains("prod");
        assertThat(contexts.current()).map(Context::name).contains("prod");
    }

    @Test
    void refusesANameBeforeConnecting() {
        assertThatThrownBy(() -> run("connect", "10.0.0.1:2379", "--save", "a/b"))
                .hasMessage("\"a/b\" cannot be the name of a context");
        assertThat(connected).isEmpty();
    }

    @Test
    void savesTheUserAndNoPassword() throws Exception {
        sessions.change(resolver.with(sessions.standing(), SettingName.USER, "ann"));
        run("context", "save", "prod");

        run("use", "prod");

        assertThat(contexts.get("prod").values().find(SettingName.USER)).contains("ann");
        assertThat(contexts.get("prod").values().has(SettingName.PASSWORD)).isFalse();
    }

    @Test
    void movesBetweenContexts() throws Exception {
        save("prod", "p:2379");
        save("dev", "d:2379");

        FakeInvocation used = run("use", "dev");
        FakeInvocation list = run("context", "list");
        FakeInvocation current = run("context", "current");

        assertThat(sessions.standing().etcd().endpoints()).containsExactly(new Endpoint("d:2379"));
        assertThat(used.notes()).containsExactly("using dev: d:2379");
        assertThat(list.written()).isEqualTo("dev\nprod\n");
        assertThat(current.written()).isEqualTo("dev\n");
    }

    @Test
    void leavesAContext() throws Exception {
        save("prod", "p:2379");
        run("use", "prod");

        run("use", "--none");

        assertThat(sessions.standing().cluster()).isEmpty();
        assertThat(contexts.current()).isEmpty();
        assertThatThrownBy(() -> run("context", "current")).hasMessage("no context is in use");
    }

    @Test
    void leavesADeletedContextThatWasInUse() throws Exception {
        save("prod", "p:2379");
        run("use", "prod");

        run("context", "delete", "prod");

        assertThat(sessions.standing().cluster()).isEmpty();
        assertThat(contexts.names()).isEmpty();
    }

    @Test
    void setsAndTakesBack() throws Exception {
        run("set", "command-timeout", "30s");
        Duration set = sessions.standing().etcd().timeouts().command();
        run("unset", "command-timeout");

        assertThat(set).isEqualTo(Duration.ofSeconds(30));
        assertThat(sessions.standing().etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void refusesWhatCannotBeSet() {
        assertThatThrownBy(() -> run("set", "password", "x")).hasMessageContaining("the password is asked for");
        assertThatThrownBy(() -> run("set", "hex", "maybe")).hasMessageContaining("invalid value \"maybe\" for hex");
        assertThat(sessions.standing().options().hex()).isFalse();
    }

    @Test
    void explainsSources() throws Exception {
        save("prod", "p:2379");
        run("use", "prod");
        run("set", "hex", "true");

        FakeInvocation line = run("context", "explain");

        assertThat(line.written())
                .contains("endpoints, p:2379, context prod\n")
                .contains("dial-timeout, 2s, default\n")
                .contains("write-out, json, ETCDCTL_WRITE_OUT\n")
                .contains("hex, true, set hex\n");
    }

    @Test
    void protectsTheContextInUseUntilItIsSaidOtherwise() throws Exception {
        save("prod", "p:2379");
        run("use", "prod");

        FakeInvocation line = run("protect");
        run("context", "save", "prod");

        assertThat(line.notes()).containsExactly("prod is protected");
        assertThat(protection.of(sessions.standing())).isEqualTo(new State.Locked("prod"));
        assertThat(run("context", "show").written()).contains("protected, true\n");
    }

    @Test
    void unlocksForAWhileAndNoLonger() throws Exception {
        save("prod", "p:2379");
        run("use", "prod");
        run("protect");

        FakeInvocation line = run("unlock", "15m", "INC-42:", "stale", "lock");

        assertThat(line.notes())
                .containsExactly("prod is unlocked until 2026-01-02T03:19:05Z, in this console or script only");
        assertThat(protection.of(sessions.standing())).isEqualTo(new State.Unlocked("prod", Duration.ofMinutes(15)));
        Protection later = new Protection(contexts, Clock.fixed(NOW.plus(Duration.ofMinutes(16)), ZoneOffset.UTC));
        assertThat(later.of(sessions.standing())).isEqualTo(new State.Locked("prod"));
    }

    @Test
    void unlocksNeitherWithoutReasonNorForever() {
        assertThatThrownBy(() -> run("unlock", "15m")).hasMessageContaining("unlock needs <reason>");
        assertThatThrownBy(() -> run("unlock", "15m", " ")).hasMessageContaining("a reason has words");
        assertThatThrownBy(() -> run("unlock", "9h", "x")).hasMessageContaining("8h at the most");
        assertThatThrownBy(() -> run("unlock", "0s", "x")).hasMessageContaining("longer than nothing");
    }

    @Test
    void takesProtectionAwayOnceTheNameIsTyped() throws Exception {
        save("prod", "p:2379");
        run("protect", "prod");

        assertThatThrownBy(() -> run("unprotect", "prod")).hasMessageContaining("nobody can be asked");
        assertThat(contexts.isProtected("prod")).isTrue();
        FakeInvocation line = line("unprotect", "prod").atTerminal().typing("prod");
        line.command().handler().run(line);

        assertThat(contexts.isProtected("prod")).isFalse();
    }

    @Test
    void onlyASavedContextCanBeProtected() {
        assertThatThrownBy(() -> run("protect"))
                .hasMessage("no context is in use, and only a saved one can be protected");
        assertThatThrownBy(() -> run("protect", "nope")).hasMessage("no context named \"nope\"");
    }

    private void save(String name, String endpoints) {
        contexts.save(new Context(name, new SettingValues(Map.of(SettingName.ENDPOINTS, endpoints))));
    }

    private FakeInvocation run(String... words) throws Exception {
        FakeInvocation line = line(words);
        line.command().handler().run(line);
        return line;
    }

    private FakeInvocation line(String... words) {
        return new FakeInvocation(Lines.bind(commands, List.of(words)), OutputFormat.SIMPLE);
    }
}
