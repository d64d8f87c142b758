package dev.quorate.kv;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Values;
import dev.quorate.etcd.DeleteRequest;

/** What stands on a line of {@code del}. */
final class DeleteLine {

    private static final KeyRanges RANGES = KeyRanges.named("delete");
    private static final Flag<Boolean> PREVIOUS = Flag.bool("prev-kv", "return what is deleted");
    private static final Flag<Boolean> RANGE = Flag.bool("range", "delete the range from the key to the range end");

    private DeleteLine() {}

    static CommandSpec.Builder declaration() {
        return CommandSpec.named("del", "Deletes a key or a range of keys")
                .arguments(RANGES.key(), RANGES.end())
                .flags(RANGES.prefix(), RANGES.fromKey(), RANGE, PREVIOUS);
    }

    static DeleteRequest request(Values line) {
        return new DeleteRequest(RANGES.of(line), line.get(PREVIOUS));
    }

    /** Whether a second key makes the line delete a range without {@code --range} saying that this is meant. */
    static boolean rangeUnsaid(Values line) {
        return line.get(RANGES.end()).isPresent() && !line.get(RANGE);
    }
}
