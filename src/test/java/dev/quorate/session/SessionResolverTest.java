package dev.quorate.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionResolverTest {

    @TempDir
    Path home;

    private ContextStore contexts;

    @BeforeEach
    void saveProd() {
        contexts = new ContextStore(new QuorateHome(home));
        contexts.save(new Context(
                "prod",
                values(Map.of(
                        SettingName.ENDPOINTS, "https://p1:2379,https://p2:2379",
                        SettingName.CACERT, "/prod/ca.pem",
                        SettingName.USER, "alice",
                        SettingName.PASSWORD_FILE, "/prod/password"))));
    }

    @Test
    void goesWhereEtcdctlGoesWhenNothingIsGiven() {
        Session session = resolver(Map.of()).forOneLine();

        assertThat(session.etcd().endpoints()).containsExactly(new Endpoint("127.0.0.1:2379"));
        assertThat(session.etcd().tls().configured()).isFalse();
        assertThat(session.etcd().timeouts().dial()).isEqualTo(Duration.ofSeconds(2));
        assertThat(session.etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(5));
        assertThat(session.options().format()).isEqualTo(OutputFormat.AUTO);
        assertThat(session.cluster()).isEmpty();
    }

    @Test
    void takesEveryVariableOfEtcdctl() {
        Session session = resolver(Map.ofEntries(
                        Map.entry("ETCDCTL_API", "3"),
                        Map.entry("ETCDCTL_ENDPOINTS", "10.0.0.1:2379, 10.0.0.2:2379"),
                        Map.entry("ETCDCTL_CACERT", "/e/ca.pem"),
                        Map.entry("ETCDCTL_CERT", "/e/c.pem"),
                        Map.entry("ETCDCTL_KEY", "/e/k.pem"),
                        Map.entry("ETCDCTL_USER", "root"),
                        Map.entry("ETCDCTL_PASSWORD", "s3cret"),
                        Map.entry("ETCDCTL_DIAL_TIMEOUT", "300ms"),
                        Map.entry("ETCDCTL_COMMAND_TIMEOUT", "1m"),
                        Map.entry("ETCDCTL_INSECURE_SKIP_TLS_VERIFY", "true"),
                        Map.entry("ETCDCTL_WRITE_OUT", "json"),
                        Map.entry("ETCDCTL_HEX", "true")))
                .forOneLine();

        assertThat(session.etcd().endpoints())
                .containsExactly(new Endpoint("10.0.0.1:2379"), new Endpoint("10.0.0.2:2379"));
        assertThat(session.etcd().tls().caCertificate()).contains(Path.of("/e/ca.pem"));
        assertThat(session.etcd().tls().skipVerify()).isTrue();
        assertThat(session.etcd().credentials())
                .hasValueSatisfying(
                        credentials -> assertThat(credentials.password()).isEqualTo("s3cret"));
        assertThat(session.etcd().timeouts().dial()).isEqualTo(Duration.ofMillis(300));
        assertThat(session.options().format()).isEqualTo(OutputFormat.JSON);
        assertThat(session.options().hex()).isTrue();
    }

    @Test
    void prefersFlagToVariableWithoutComplaint() {
        SessionResolver resolver = resolver(Map.of("ETCDCTL_ENDPOINTS", "env:2379", "ETCDCTL_CACERT", "/e/ca.pem"));

        Session session = resolver.overlay(resolver.forOneLine(), values(Map.of(SettingName.ENDPOINTS, "flag:2379")));

        assertThat(session.etcd().endpoints()).containsExactly(new Endpoint("flag:2379"));
        assertThat(session.etcd().tls().caCertificate()).contains(Path.of("/e/ca.pem"));
    }

    @Test
    void prefersFlagToSetToContextToVariableToDefault() {
        SessionResolver resolver = resolver(Map.of("ETCDCTL_COMMAND_TIMEOUT", "9s"));
        contexts.save(new Context(
                "slow", values(Map.of(SettingName.ENDPOINTS, "s:2379", SettingName.COMMAND_TIMEOUT, "20s"))));

        Session fallback = resolver(Map.of()).forOneLine();
        Session environment = resolver.forOneLine();
        Session context = resolver.using(environment, contexts.get("slow"));
        Session set = resolver.with(context, SettingName.COMMAND_TIMEOUT, "30s");
        Session flag = resolver.overlay(set, values(Map.of(SettingName.COMMAND_TIMEOUT, "40s")));

        assertThat(fallback.etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(5));
        assertThat(environment.etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(9));
        assertThat(context.etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(20));
        assertThat(set.etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(30));
        assertThat(flag.etcd().timeouts().command()).isEqualTo(Duration.ofSeconds(40));
        assertThat(resolver.without(set, SettingName.COMMAND_TIMEOUT)
                        .etcd()
                        .timeouts()
                        .command())
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void usesTheRememberedContextWhenNothingElseChoosesACluster() {
        contexts.use("prod");

        Session session = resolver(Map.of()).forOneLine();

        assertThat(session.cluster()).contains("prod");
        assertThat(session.login()).contains(new Login("alice", new Login.InFile(Path.of("/prod/password"))));
    }

    @Test
    void leaksNothingOfARememberedContextToEndpointsOfTheLine() {
        contexts.use("prod");
        SessionResolver resolver = resolver(Map.of());

        Session session = resolver.overlay(resolver.forOneLine(), values(Map.of(SettingName.ENDPOINTS, "other:2379")));

        assertThat(session.cluster()).isEmpty();
        assertThat(session.login()).isEmpty();
        assertThat(session.etcd().tls().configured()).isFalse();
    }

    @Test
    void leaksNothingOfARememberedContextToEndpointsOfTheEnvironment() {
        contexts.use("prod");

        Session session = resolver(Map.of("ETCDCTL_ENDPOINTS", "other:2379")).forConsole(SettingValues.NONE);

        assertThat(session.cluster()).isEmpty();
        assertThat(session.login()).isEmpty();
        assertThat(session.etcd().tls().configured()).isFalse();
    }

    @Test
    void keepsCredentialsOfTheEnvironmentFromASavedContext() {
        SessionResolver resolver = resolver(
                Map.of("ETCDCTL_CERT", "/e/c.pem", "ETCDCTL_KEY", "/e/k.pem", "ETCDCTL_PASSWORD", "envpassword"));

        Session session = resolver.overlay(resolver.forOneLine(), values(Map.of(SettingName.CONTEXT, "prod")));

        assertThat(session.etcd().tls().certificate()).isEmpty();
        assertThat(session.login()).contains(new Login("alice", new Login.InFile(Path.of("/prod/password"))));
        assertThat(resolver.ignoredVariables(session))
                .containsExactly("ETCDCTL_CERT", "ETCDCTL_KEY", "ETCDCTL_PASSWORD");
    }

    @Test
    void keepsAChosenContextWhenALineNamesOtherEndpoints() {
        SessionResolver resolver = resolver(Map.of());
        contexts.use("prod");
        Session console = resolver.forConsole(SettingValues.NONE);

        Session session = resolver.overlay(console, values(Map.of(SettingName.ENDPOINTS, "https://p3:2379")));

        assertThat(session.cluster()).contains("prod");
        assertThat(session.etcd().endpoints()).containsExactly(new Endpoint("https://p3:2379"));
        assertThat(session.etcd().tls().caCertificate()).contains(Path.of("/prod/ca.pem"));
    }

    @Test
    void ignoresTheRememberedContextWhenToldToUseNone() {
        contexts.use("prod");
        SessionResolver resolver = resolver(Map.of());

        Session session = resolver.overlay(resolver.forOneLine(), values(Map.of(SettingName.CONTEXT, "")));

        assertThat(session.cluster()).isEmpty();
        assertThat(session.etcd().endpoints()).containsExactly(new Endpoint("127.0.0.1:2379"));
    }

    @Test
    void doesNotTryTheContextsPasswordForAnotherUser() {
        SessionResolver resolver = resolver(Map.of("QUORATE_CLUSTER", "prod"));

        Session session = resolver.overlay(resolver.forOneLine(), values(Map.of(SettingName.USER, "bob")));

        assertThat(session.login()).contains(new Login("bob", new Login.Asked()));
    }

    @Test
    void splitsUserAndPasswordAtTheFirstColonOnly() {
        SessionResolver resolver = resolver(Map.of());

        Session joined = resolver.overlay(resolver.forOneLine(), values(Map.of(SettingName.USER, "bob:a:b")));
        Session apart = resolver.overlay(
                resolver.forOneLine(), values(Map.of(SettingName.USER, "bo:b", SettingName.PASSWORD, "p")));

        assertThat(joined.login()).contains(new Login("bob", new Login.Given("a:b")));
        assertThat(apart.login()).contains(new Login("bo:b", new Login.Given("p")));
    }

    @Test
    void refusesAnEmptyFileName() {
        SessionResolver resolver = resolver(Map.of());

        assertThatThrownBy(() -> resolver.overlay(resolver.forOneLine(), values(Map.of(SettingName.CERT, ""))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("empty string is passed to --cert, which names a file");
    }

    @Test
    void namesTheVariableThatHasABadValue() {
        SessionResolver resolver = resolver(Map.of("ETCDCTL_DIAL_TIMEOUT", "soon"));

        assertThatThrownBy(resolver::forOneLine)
                .hasMessage("invalid value \"soon\" for ETCDCTL_DIAL_TIMEOUT:"
                        + " not a duration such as 5s, 300ms or 1h30m");
    }

    @Test
    void explainsWhereEachValueCameFrom() {
        SessionResolver resolver = resolver(Map.of("ETCDCTL_WRITE_OUT", "json"));
        Session used = resolver.using(resolver.forOneLine(), contexts.get("prod"));
        Session session = resolver.overlay(
                resolver.with(used, SettingName.HEX, "true"), values(Map.of(SettingName.DEBUG, "true")));

        assertThat(resolver.explain(session))
                .extracting(value -> value.name().word() + "=" + value.shown() + " from " + value.source())
                .contains(
                        "endpoints=https://p1:2379,https://p2:2379 from context prod",
                        "user=alice from context prod",
                        "dial-timeout=2s from default",
                        "write-out=json from ETCDCTL_WRITE_OUT",
                        "hex=true from set hex",
                        "debug=true from --debug");
    }

    @Test
    void forgetsSettingsOfTheOldConnectionOnUse() {
        SessionResolver resolver = resolver(Map.of());
        Session set = resolver.with(resolver.forOneLine(), SettingName.ENDPOINTS, "old:2379");
        Session both = resolver.with(set, SettingName.HEX, "true");

        Session session = resolver.using(both, contexts.get("prod"));

        assertThat(session.etcd().endpoints()).doesNotContain(new Endpoint("old:2379"));
        assertThat(session.options().hex()).isTrue();
    }

    @Test
    void savesWhatASessionStandsOnWithoutAnyPassword() {
        SessionResolver resolver = resolver(Map.of("ETCDCTL_CACERT", "/e/ca.pem"));
        Session session = resolver.connectedTo(
                resolver.forOneLine(), values(Map.of(SettingName.ENDPOINTS, "n:2379", SettingName.USER, "bob:secret")));

        contexts.save(resolver.contextOf(session, "new"));

        assertThat(contexts.get("new").values())
                .isEqualTo(values(Map.of(
                        SettingName.ENDPOINTS, "n:2379",
                        SettingName.CACERT, "/e/ca.pem",
                        SettingName.USER, "bob")));
    }

    @Test
    void startsAConsoleOnTheEndpointsItWasStartedWith() {
        contexts.use("prod");

        Session session =
                resolver(Map.of()).forConsole(values(Map.of(SettingName.ENDPOINTS, "n:2379", SettingName.HEX, "true")));

        assertThat(session.cluster()).isEqualTo(Optional.empty());
        assertThat(session.etcd().endpoints()).containsExactly(new Endpoint("n:2379"));
        assertThat(session.login()).isEmpty();
        assertThat(session.options().hex()).isTrue();
    }

    @Test
    void keepsTheFlagsOfAScriptForItsLines() {
        SessionResolver resolver = resolver(Map.of());
        Session script = resolver.overlay(
                resolver.forOneLine(), values(Map.of(SettingName.ENDPOINTS, "s:2379", SettingName.HEX, "true")));

        Session line = resolver.overlay(script, values(Map.of(SettingName.WRITE_OUT, "json")));
        Session used = resolver.using(script, contexts.get("prod"));

        assertThat(line.etcd().endpoints()).containsExactly(new Endpoint("s:2379"));
        assertThat(line.options().hex()).isTrue();
        assertThat(used.etcd().endpoints()).contains(new Endpoint("https://p1:2379"));
        assertThat(used.options().hex()).isTrue();
    }

    private SessionResolver resolver(Map<String, String> environment) {
        return new SessionResolver(environment, contexts);
    }

    private static SettingValues values(Map<SettingName, String> words) {
        return new SettingValues(words);
    }
}
