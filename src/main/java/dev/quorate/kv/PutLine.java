package dev.quorate.kv;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.PutRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands on a line of {@code put}. */
final class PutLine {

    private static final Argument<String> KEY = Argument.required("key", ValueTypes.KEY, "the key to write");
    private static final Argument<Optional<String>> VALUE =
            Argument.optional("value", ValueTypes.TEXT, "its value; read from standard input where missing");
    private static final Flag<Long> LEASE =
            Flag.value("lease", ValueTypes.LEASE, 0L, "the lease to hang the key on, its id in hexadecimal");
    private static final Flag<Long> TTL =
            Flag.value("ttl", ValueTypes.INT64, 0L, "seconds until the key goes: grants a lease for it");
    private static final Flag<Boolean> PREVIOUS = Flag.bool("prev-kv", "return what the key was before");
    private static final Flag<Boolean> IGNORE_VALUE = Flag.bool("ignore-value", "keep the value the key has");
    private static final Flag<Boolean> IGNORE_LEASE = Flag.bool("ignore-lease", "keep the lease the key has");

    private PutLine() {}

    static CommandSpec.Builder declaration() {
        return CommandSpec.named("put", "Puts a key into the store")
                .arguments(KEY, VALUE)
                .flags(LEASE, TTL, PREVIOUS, IGNORE_VALUE, IGNORE_LEASE);
    }

    /** @param input the value, where the line has none */
    static PutRequest request(Values line, Supplier<Bytes> input) {
        Contradiction.refuseBoth(line.given(TTL), "--ttl", line.given(LEASE), "--lease");
        Contradiction.refuseBoth(line.given(TTL), "--ttl", line.get(IGNORE_LEASE), "--ignore-lease");
        return new PutRequest(
                Bytes.of(line.get(KEY)),
                value(line, input),
                line.get(LEASE),
                line.get(PREVIOUS),
                line.get(IGNORE_VALUE),
                line.get(IGNORE_LEASE));
    }

    /** Seconds the key is to live, if the line says so. */
    static Optional<Long> timeToLive(Values line) {
        return line.given(TTL) ? Optional.of(line.get(TTL)) : Optional.empty();
    }

    private static Bytes value(Values line, Supplier<Bytes> input) {
        Optional<String> word = line.get(VALUE);
        if (line.get(IGNORE_VALUE)) {
            if (word.isPresent()) {
                throw OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "--ignore-value keeps the value, yet one is given: \"" + word.get() + "\"",
                        "leave out the value or the flag");
            }
            return Bytes.EMPTY;
        }
        return word.map(Bytes::of).orElseGet(() -> notEmpty(input.get()));
    }

    private static Bytes notEmpty(Bytes value) {
        if (value.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "no value on the line and none on standard input",
                    "put KEY VALUE, or put KEY \"\" for an empty value");
        }
        return value;
    }

    /** What stands on the input up to its end. */
    static Bytes all(InputStream input) {
        try {
            return Bytes.wrap(input.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the value from standard input", e);
        }
    }
}
