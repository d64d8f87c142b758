package dev.quorate.health;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.session.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a look at a cluster saw: the cluster, or no more than endpoints that do not answer. */
public sealed interface Look permits ClusterState, Look.Nothing {

    /** Why nobody told how the cluster stands though somebody answered: the user may not ask, or is not logged in. */
    Optional<Failure> refusal();

    /** The refusal among {@code failures}, which comes from etcd itself and not from the way to it. */
    static Optional<Failure> refusalAmong(Stream<Failure> failures) {
        return failures.filter(failure -> failure.exitCode() == ExitCode.ERROR).findFirst();
    }

    /** No endpoint told even the membership. */
    record Nothing(List<Reply<?>> replies) implements Look {
        public Nothing {
            replies = List.copyOf(replies);
        }

        @Override
        public Optional<Failure> refusal() {
            return refusalAmong(replies.stream().flatMap(reply -> reply.failure().stream()));
        }
    }
}
