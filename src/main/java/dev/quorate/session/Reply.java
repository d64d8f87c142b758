package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What came of asking one endpoint of several. */
public sealed interface Reply<T> {

    Endpoint endpoint();

    /** How long it took to know. */
    Duration took();

    Optional<T> value();

    Optional<Failure> failure();

    /** The same, known only after {@code before} had passed already. */
    Reply<T> after(Duration before);

    record Answered<T>(Endpoint endpoint, Duration took, T answer) implements Reply<T> {
        @Override
        public Reply<T> after(Duration before) {
            return new Answered<>(endpoint, before.plus(took), answer);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(answer);
        }

        @Override
        public Optional<Failure> failure() {
            return Optional.empty();
        }
    }

    /** Nothing came of it in time. */
    record Late<T>(Endpoint endpoint, Duration took) implements Reply<T> {
        @Override
        public Reply<T> after(Duration before) {
            return new Late<>(endpoint, before.plus(took));
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Failure> failure() {
            String what =
                    String.format(Locale.ROOT, "no answer from %s within %.1f s", endpoint, took.toMillis() / 1e3);
            return Optional.of(Failure.of(ExitCode.BAD_CONNECTION, what));
        }
    }

    record Failed<T>(Endpoint endpoint, Duration took, Failure reason) implements Reply<T> {
        @Override
        public Reply<T> after(Duration before) {
            return new Failed<>(endpoint, before.plus(took), reason);
        }

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
