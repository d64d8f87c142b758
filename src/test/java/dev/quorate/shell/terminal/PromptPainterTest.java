package dev.quorate.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.health.ClusterHealth;
import dev.quorate.session.Protection.State;
import dev.quorate.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptPainterTest {

    private static final State OPEN = new State.Open();
    private static final String NO_COLOUR = "\033[";

    private final PromptPainter painter = new PromptPainter(new Look(true, true));

    @Test
    void tellsClusterVotesLeaderAndAlarms() {
        assertThat(prompt("prod", health(2, 3, true, "etcd1", "NOSPACE"))).isEqualTo("prod ●2/3 L=etcd1 NOSPACE › ");
    }

    @Test
    void saysInWordsThatThereIsNoQuorum() {
        assertThat(prompt("prod", health(1, 3, false, null))).isEqualTo("prod ●1/3 NO-QUORUM › ");
    }

    @Test
    void admitsThatItDoesNotKnowYet() {
        assertThat(prompt("prod", null)).isEqualTo("prod … › ");
    }

    @Test
    void withoutAClusterItIsTheProgramsOwn() {
        assertThat(prompt(null, null)).isEqualTo("quorate › ");
        assertThat(prompt(null, health(0, 1, false, null))).isEqualTo("quorate › ");
    }

    @Test
    void aClusterWithoutANameGoesByItsFirstEndpoint() {
        assertThat(prompt(null, health(1, 1, true, "m1"))).isEqualTo("127.0.0.1:2379 ●1/1 L=m1 › ");
    }

    @Test
    void aLongOneHasALineOfItsOwn() {
        String prompt = painter.paint(
                        session("production-europe-west"), Optional.of(health(3, 3, true, "etcd-europe-1")), OPEN, 60)
                .toString();

        assertThat(prompt).isEqualTo("production-europe-west ●3/3 L=etcd-europe-1\n› ");
    }

    @Test
    void isPlainWhereTheTerminalIs() {
        PromptPainter plain = new PromptPainter(new Look(false, false));

        String prompt = plain.paint(session("prod"), Optional.of(health(1, 3, false, null, "NOSPACE")), OPEN, 80)
                .toAnsi();

        assertThat(prompt).isEqualTo("prod *1/3 NO-QUORUM NOSPACE > ").doesNotContain(NO_COLOUR);
    }

    @Test
    void aNameCannotGiveTheTerminalOrders() {
        assertThat(prompt("prod", health(1, 1, true, "\033[2Jm1"))).isEqualTo("prod ●1/1 L=\\x1b[2Jm1 › ");
    }

    @Test
    void saysThatTheContextIsProtected() {
        assertThat(prompt(new State.Locked("prod"))).isEqualTo("prod ●3/3 L=m1 PROTECTED › ");
    }

    @Test
    void countsDownHowLongItIsUnlocked() {
        assertThat(prompt(new State.Unlocked("prod", Duration.ofMinutes(15)))).contains(" UNLOCKED 15m ›");
        assertThat(prompt(new State.Unlocked("prod", Duration.ofSeconds(61)))).contains(" UNLOCKED 2m ›");
        assertThat(prompt(new State.Unlocked("prod", Duration.ofSeconds(60)))).contains(" UNLOCKED 60s ›");
        assertThat(prompt(new State.Unlocked("prod", Duration.ofMillis(1)))).contains(" UNLOCKED 1s ›");
    }

    private String prompt(State protection) {
        return painter.paint(session("prod"), Optional.of(health(3, 3, true, "m1")), protection, 100)
                .toString();
    }

    private String prompt(String cluster, ClusterHealth health) {
        return painter.paint(session(cluster), Optional.ofNullable(health), OPEN, 100)
                .toString();
    }

    private static ClusterHealth health(int healthy, int total, boolean quorum, String leader, String... alarms) {
        return new ClusterHealth(
                Optional.empty(), healthy, total, quorum, Optional.ofNullable(leader), List.of(alarms));
    }

    private static Session session(String cluster) {
        EtcdSettings etcd = new EtcdSettings(
                List.of(new Endpoint("127.0.0.1:2379")),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
        return new Session(Optional.ofNullable(cluster), etcd, Session.Options.DEFAULT);
    }
}
