package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import io.grpc.Status;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RetriesTest {

    private static final Endpoint ENDPOINT = new Endpoint("127.0.0.1:2379");
    private static final Status BROKEN = Status.UNAVAILABLE.withDescription("io exception");

    @Test
    void readsGoOnElsewhereWhenTheConnectionBreaks() {
        assertThat(retries(Rpc.Effect.READ).after(failure(BROKEN, true))).isEqualTo(Retries.Next.ANOTHER);
    }

    @Test
    void writesAreNotRepeatedOnceSent() {
        assertThat(retries(Rpc.Effect.WRITE).after(failure(BROKEN, true))).isEqualTo(Retries.Next.GIVE_UP);
    }

    @Test
    void writesThatNeverLeftAreMadeElsewhere() {
        Status closed = Status.UNKNOWN.withDescription("channel closed").withCause(new ClosedChannelException());

        assertThat(retries(Rpc.Effect.WRITE).after(failure(BROKEN, false))).isEqualTo(Retries.Next.ANOTHER);
        assertThat(retries(Rpc.Effect.WRITE).after(failure(closed, false))).isEqualTo(Retries.Next.ANOTHER);
    }

    @Test
    void triesEachEndpointOnceMore() {
        Retries retries = retries(Rpc.Effect.READ);

        retries.after(failure(BROKEN, true));
        retries.after(failure(BROKEN, true));

        assertThat(retries.after(failure(BROKEN, true))).isEqualTo(Retries.Next.GIVE_UP);
    }

    @Test
    void awaitsAnElectionEvenForAWrite() {
        Status leaderless = Status.UNAVAILABLE.withDescription("etcdserver: no leader");

        assertThat(retries(Rpc.Effect.WRITE).after(failure(leaderless, true))).isEqualTo(Retries.Next.AFTER_ELECTION);
    }

    @Test
    void writesThatTimedOutInEtcdAreNotRepeated() {
        Status timedOut = Status.UNAVAILABLE.withDescription("etcdserver: request timed out");

        assertThat(retries(Rpc.Effect.WRITE).after(failure(timedOut, true))).isEqualTo(Retries.Next.GIVE_UP);
    }

    @Test
    void learnersSendEvenWritesElsewhere() {
        Status learner = Status.UNAVAILABLE.withDescription("etcdserver: rpc not supported for learner");

        assertThat(retries(Rpc.Effect.WRITE).after(failure(learner, true))).isEqualTo(Retries.Next.ANOTHER);
    }

    @Test
    void logsInAgainOnceWhenTheTokenIsStale() {
        Retries retries = retries(Rpc.Effect.WRITE);
        Status stale = Status.UNAUTHENTICATED.withDescription("etcdserver: invalid auth token");

        assertThat(retries.after(failure(stale, true))).isEqualTo(Retries.Next.SAME);
        assertThat(retries.after(failure(stale, true))).isEqualTo(Retries.Next.GIVE_UP);
    }

    @Test
    void deadlinesAreFinal() {
        assertThat(retries(Rpc.Effect.READ).after(failure(Status.DEADLINE_EXCEEDED, true)))
                .isEqualTo(Retries.Next.GIVE_UP);
    }

    private static Retries retries(Rpc.Effect effect) {
        Authentication authentication = new Authentication(Optional.of(new EtcdSettings.Credentials("root", "pw")));
        return new Retries(effect, authentication, 2, Duration.ofSeconds(2));
    }

    private static CallFailedException failure(Status status, boolean sent) {
        return new CallFailedException(ENDPOINT, status, sent);
    }
}
