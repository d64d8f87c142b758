package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** What came of asking one endpoint of several. */
public sealed interface Reply<T> {

    Endpoint endpoint();

    /** How long it took to know. */
    Duration took();

    Optional<T> value();

    Optional<Failure> failure();

    record Answered<T>(Endpoint endpoint, Duration took, T answer) implements Reply<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(answer);
        }

        @Override
        public Optional<Failure> failure() {
            return Optional.empty();
        }
    }

    record Failed<T>(Endpoint endpoint, Duration took, Failure reason) implements Reply<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Failure> failure() {
            return Optional.of(reason);
        }
    }
}
