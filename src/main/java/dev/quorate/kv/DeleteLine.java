package dev.quorate.kv;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.OnProtected;
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
                .flags(RANGES.prefix(), RANGES.fromKey(), RANGE, PREVIOUS)
                .effect(Effect.DESTROYS, DeleteLine::effect)
                .onProtected(DeleteLine::onProtected);
    }

    /** One key, named in full, is no more than a put takes away. */
    private static Effect effect(Values line) {
        return RANGES.of(line).isSingle() ? Effect.WRITES : Effect.DESTROYS;
    }

    /** No answer to a question is enough for deleting all there is in a protected cluster. */
    private static OnProtected onProtected(Values line) {
        return RANGES.of(line).isEverything() ? OnProtected.NEEDS_UNLOCK : OnProtected.ASKS;
    }

    static DeleteRequest request(Values line) {
        return new DeleteRequest(RANGES.of(line), line.get(PREVIOUS));
    }

    /** Whether a second key makes the line delete a range without {@code --range} saying that this is meant. */
    static boolean rangeUnsaid(Values line) {
        return line.get(RANGES.end()).isPresent() && !line.get(RANGE);
    }
}
