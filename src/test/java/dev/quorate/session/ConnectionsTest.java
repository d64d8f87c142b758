package dev.quorate.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdSettings.Credentials;
import dev.quorate.testing.FakeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {

    @TempDir
    Path home;

    private final List<EtcdSettings> connected = new ArrayList<>();
    private final List<String> prompts = new ArrayList<>();
    private SessionResolver resolver;
    private Sessions sessions;
    private Connections connections;

    @BeforeEach
    void wire() {
        resolver = new SessionResolver(Map.of(), new ContextStore(new QuorateHome(home)));
        sessions = new Sessions(resolver.forOneLine());
        connections = new Connections(sessions, this::connect, this::type);
    }

    private EtcdClient connect(EtcdSettings settings) {
        connected.add(settings);
        return new FakeCluster("127.0.0.1:2379");
    }

    private char[] type(String prompt) {
        prompts.add(prompt);
        return "typed".toCharArray();
    }

    @Test
    void usesOneClientForTheSameSettings() {
        EtcdClient first = connections.client();

        EtcdClient second = connections.client();

        assertThat(second).isSameAs(first);
        assertThat(connected).hasSize(1);
    }

    @Test
    void keepsTheStandingClientWhileALineHasItsOwn() throws Exception {
        EtcdClient standing = connections.client();
        Session other = resolver.overlay(sessions.standing(), values(SettingName.ENDPOINTS, "other:2379"));

        EtcdClient ofLine = sessions.under(other, connections::client);

        assertThat(ofLine).isNotSameAs(standing);
        assertThat(connections.client()).isSameAs(standing);
    }

    @Test
    void asksForAPasswordOnceUntilItIsForgotten() {
        sessions.change(resolver.with(sessions.standing(), SettingName.USER, "ann"));

        connections.client();
        connections.client();
        connections.forgetPasswords();
        connections.client();

        assertThat(prompts).containsExactly("Password of ann: ", "Password of ann: ");
        assertThat(connected.getFirst().credentials()).contains(new Credentials("ann", "typed"));
    }

    @Test
    void neverAsksInTheBackground() {
        sessions.change(resolver.with(sessions.standing(), SettingName.USER, "ann"));

        assertThat(connections.clientInBackground()).isEmpty();
        assertThat(prompts).isEmpty();
    }

    @Test
    void readsThePasswordFromItsFile() throws IOException {
        Path file = Files.writeString(home.resolve("password"), "from file\nignored\n");
        sessions.change(resolver.overlay(
                sessions.standing(), values(SettingName.USER, "ann").with(SettingName.PASSWORD_FILE, file.toString())));

        connections.client();

        assertThat(connected.getFirst().credentials()).contains(new Credentials("ann", "from file"));
        assertThat(prompts).isEmpty();
    }

    @Test
    void namesAPasswordFileThatCannotBeRead() {
        sessions.change(resolver.overlay(
                sessions.standing(), values(SettingName.USER, "ann").with(SettingName.PASSWORD_FILE, "/no/such/file")));

        assertThatThrownBy(connections::client).hasMessageContaining("cannot read the password file /no/such/file");
    }

    @Test
    void refusesHalfAClientCertificate() {
        sessions.change(resolver.overlay(sessions.standing(), values(SettingName.CERT, "me.pem")));

        assertThatThrownBy(connections::client).hasMessage("--cert is given without --key");
    }

    private static SettingValues values(SettingName name, String word) {
        return new SettingValues(Map.of(name, word));
    }
}
