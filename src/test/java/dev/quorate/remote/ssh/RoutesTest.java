package dev.quorate.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final HostKey KEY = new HostKey("ssh-ed25519", new byte[] {1, 2, 3});

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "etcd1, operator@etcd1",
        "root@10.0.0.1, root@10.0.0.1",
        "root@10.0.0.1:2222, root@[10.0.0.1]:2222",
        "[fd00::1]:2222, operator@[fd00::1]:2222",
        "root@fd00::1, root@fd00::1"
    })
    void readsAHostAsSshDoes(String word, String login) throws Exception {
        config("Host *", "User operator");

        assertThat(way(word)).containsExactly(login);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-oProxyCommand=x", "a b", "host:port", "host:70000", "user@", "@host"})
    void refusesWhatIsNoHost(String word) {
        assertThatThrownBy(() -> SshSettings.of(word)).hasMessage("'" + word + "' is no host");
    }

    @Test
    void saysThatHostKeysAreCheckedWhateverTheConfigSays() throws Exception {
        config("Host etcd1", "StrictHostKeyChecking no", "UserKnownHostsFile /dev/null", "Host *", "User me");

        Stop unchecked = stop("etcd1");
        Stop usual = stop("etcd2");

        assertThat(unchecked.knownHosts().getFirst()).isEqualTo(home.resolve(".ssh/known_hosts"));
        assertThat(HostKeyTalk.question(unchecked, KEY))
                .isEqualTo("The host key of etcd1 (me@etcd1) is not known: " + KEY
                        + ". (host keys are always checked, whatever ~/.ssh/config says by StrictHostKeyChecking no and "
                        + "UserKnownHostsFile /dev/null.) Is it the right one?");
        assertThat(HostKeyTalk.unknown(unchecked, KEY).hint()).contains("StrictHostKeyChecking no");
        assertThat(HostKeyTalk.question(usual, KEY))
                .isEqualTo("The host key of etcd2 (me@etcd2) is not known: " + KEY + ". Is it the right one?");
        assertThat(HostKeyTalk.unknown(usual, KEY).hint()).doesNotContain("StrictHostKeyChecking");
    }

    @Test
    void jumpsAsTheConfigSaysFirstOfAllOverTheJumpsOwnJump() throws Exception {
        config(
                "Host *",
                "User me",
                "Host inner",
                "ProxyJump middle,last:2222",
                "Host middle",
                "HostName 10.0.0.2",
                "ProxyJump = outer",
                "Host last",
                "ProxyJump outer");

        assertThat(way("inner")).containsExactly("me@outer", "me@10.0.0.2", "me@[last]:2222", "me@inner");
        assertThat(logins(SshSettings.of("inner").withJump(Optional.of("none"))))
                .containsExactly("me@inner");
    }

    @Test
    void aCircleIsNamed() throws Exception {
        config("Host a", "ProxyJump b", "Host b", "ProxyJump a");

        assertThatThrownBy(() -> way("a")).hasMessageEndingWith("goes in a circle");
    }

    @Test
    void theFirstValueFoundCountsAndIdentitiesAddUp() throws Exception {
        config(
                "Host !secret *",
                "User first",
                "IdentityFile ~/.ssh/%h-%r",
                "Match exec \"true\"",
                "User matched",
                "Host *",
                "User second",
                "IdentityFile \"/keys/with blank\"");

        Stop stop = routes().to(SshSettings.of("etcd1")).getFirst();

        assertThat(stop.user()).isEqualTo("first");
        assertThat(stop.identities()).containsExactly(home.resolve(".ssh/etcd1-first"), Path.of("/keys/with blank"));
        assertThat(way("secret")).containsExactly("second@secret");
    }

    private void config(String... lines) throws Exception {
        Files.createDirectories(home.resolve(".ssh"));
        Files.write(home.resolve(".ssh/config"), List.of(lines));
    }

    private Stop stop(String word) {
        return routes().to(SshSettings.of(word)).getLast();
    }

    private Routes routes() {
        return new Routes(Map.of("HOME", home.toString()));
    }

    private List<String> way(String word) {
        return logins(SshSettings.of(word));
    }

    private List<String> logins(SshSettings settings) {
        return routes().to(settings).stream().map(Stop::login).toList();
    }
}
