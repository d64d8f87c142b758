package dev.quorate.access;

import dev.quorate.command.Argument;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.Optional;

/** The words and flags that say which keys a permission is for. */
record PermittedKeys(
        Argument<String> key, Argument<Optional<String>> end, Flag<Boolean> prefix, Flag<Boolean> fromKey) {

    /** The first key there can be: a permission cannot begin with an empty one. */
    private static final Bytes FIRST = Bytes.wrap(new byte[] {0});

    static PermittedKeys named(String verb) {
        return new PermittedKeys(
                Argument.required("key", ValueTypes.KEY, "the key, or the first of a range"),
                Argument.optional("endkey", ValueTypes.KEY, "the first key behind the range"),
                Flag.bool("prefix", verb + " all keys that begin with the key"),
                Flag.bool("from-key", verb + " all keys from the key on, in byte order"));
    }

    KeyRange of(Values line) {
        Bytes first = Bytes.of(line.get(key));
        Optional<String> last = line.get(end);
        boolean byPrefix = line.get(prefix);
        boolean open = line.get(fromKey);
        if (byPrefix && open) {
            throw refused("--from-key and --prefix flags are mutually exclusive", "leave out one of them");
        }
        if (last.isPresent() && (byPrefix || open)) {
            throw refused(
                    "unexpected endkey argument with --" + (open ? "from-key" : "prefix") + " flag", "leave it out");
        }
        if (last.isPresent() && first.isEmpty()) {
            throw refused("a range cannot begin with an empty key", "for all keys write \"\" --prefix");
        }
        if (byPrefix || open) {
            return byPrefix ? KeyRange.prefix(first) : KeyRange.from(first);
        }
        return last.map(word -> KeyRange.between(first, Bytes.of(word)))
                .orElseGet(() -> KeyRange.single(first.isEmpty() ? FIRST : first));
    }

    private static OperatorException refused(String what, String hint) {
        return OperatorException.of(ExitCode.BAD_ARGUMENTS, what, hint);
    }
}
