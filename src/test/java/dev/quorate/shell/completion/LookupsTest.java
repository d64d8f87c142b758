package dev.quorate.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.session.Session;
import dev.quorate.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LookupsTest {

    private static final Proposals ANSWER = Proposals.all(List.of(Proposal.of("etcd1")));

    private final Sessions sessions = new Sessions(sessionAt("127.0.0.1:1"));
    private final Lookups lookups = new Lookups(sessions, Clock.systemUTC(), Duration.ofSeconds(15));
    private final Lookups hasty = new Lookups(sessions, Clock.systemUTC(), Duration.ofMillis(1));
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceAndRemembers() {
        Proposals first = lookups.ask("members", soFar -> answer());
        Proposals second = lookups.ask("members", soFar -> answer());

        assertThat(first).isEqualTo(ANSWER).isEqualTo(second);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherClusterIsAskedItself() {
        lookups.ask("members", soFar -> answer());
        sessions.change(sessionAt("127.0.0.1:2"));
        lookups.ask("members", soFar -> answer());

        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotWaitForWhoDoesNotAnswer() {
        CountDownLatch never = new CountDownLatch(1);

        Proposals found = hasty.ask("members", soFar -> {
            never.await();
            return ANSWER;
        });

        assertThat(found.list()).isEmpty();
    }

    @Test
    void hasWhatCameInTimeAndTheRestAtTheNextTab() throws Exception {
        Lookups patient = new Lookups(sessions, Clock.systemUTC(), Duration.ofSeconds(2));
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        Lookups.Question slow = soFar -> {
            soFar.accept(List.of(Proposal.of("a")));
            goOn.await();
            finished.countDown();
            return Proposals.all(List.of(Proposal.of("a"), Proposal.of("b")));
        };

        Proposals first = patient.ask("keys", slow);
        goOn.countDown();
        finished.await();
        Proposals second = patient.ask("keys", slow);

        assertThat(first).isEqualTo(new Proposals(List.of(Proposal.of("a")), false));
        assertThat(second.list()).hasSize(2);
        assertThat(second.all()).isTrue();
    }

    @Test
    void waitsALittleLongerWhereThereWouldBeNothingToShow() {
        Proposals found = hasty.ask("keys", soFar -> {
            Thread.sleep(50);
            soFar.accept(List.of(Proposal.of("a")));
            new CountDownLatch(1).await();
            return ANSWER;
        });

        assertThat(found.list()).containsExactly(Proposal.of("a"));
    }

    @Test
    void aFailureIsNothingToPropose() {
        Proposals found = lookups.ask("members", soFar -> {
            throw new IllegalStateException("no cluster");
        });

        assertThat(found).isEqualTo(Proposals.NONE);
    }

    private Proposals answer() {
        asked.incrementAndGet();
        return ANSWER;
    }

    private static Session sessionAt(String endpoint) {
        EtcdSettings etcd = new EtcdSettings(
                List.of(new Endpoint(endpoint)),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
        return new Session(Optional.empty(), etcd, Session.Options.DEFAULT);
    }
}
