package dev.quorate.kv;

import dev.quorate.command.Argument;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.Optional;

/** The words and flags that say which keys, as get and del have them. */
record KeyRanges(Argument<String> key, Argument<Optional<String>> end, Flag<Boolean> prefix, Flag<Boolean> fromKey) {

    static KeyRanges named(String verb) {
        return new KeyRanges(
                Argument.required("key", ValueTypes.KEY, "the key, or the first of a range"),
                Argument.optional("range_end", ValueTypes.KEY, "the first key behind the range"),
                Flag.bool("prefix", verb + " all keys that begin with the key"),
                Flag.bool("from-key", verb + " all keys from the key on, in byte order"));
    }

    KeyRange of(Values line) {
        Bytes first = Bytes.of(line.get(key));
        Optional<String> last = line.get(end);
        boolean byPrefix = line.get(prefix);
        boolean open = line.get(fromKey);
        Contradiction.refuseBoth(byPrefix, "--prefix", open, "--from-key");
        if (last.isPresent() && (byPrefix || open)) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "a range end cannot be combined with --prefix or --from-key",
                    "leave out \"" + last.get() + "\" or the flag");
        }
        if (byPrefix) {
            return KeyRange.prefix(first);
        }
        if (open) {
            return KeyRange.from(first);
        }
        return last.map(word -> KeyRange.between(first, Bytes.of(word))).orElseGet(() -> KeyRange.single(first));
    }
}
