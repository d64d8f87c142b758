package dev.quorate.watch;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands on a line of {@code watch}.
 *
 * @param keys the key and perhaps the range end, as written
 * @param command what to run for each event, or empty
 */
record WatchLine(List<String> keys, WatchRequest request, List<String> command) {

    private static final String KEY_VARIABLE = "ETCDCTL_WATCH_KEY";
    private static final String END_VARIABLE = "ETCDCTL_WATCH_RANGE_END";

    private static final Argument<List<String>> WORDS = Argument.rest(
            "key",
            ValueTypes.KEY,
            "the key or prefix, perhaps a range end; behind --, a command to run for each event");
    private static final Flag<Boolean> INTERACTIVE =
            Flag.bool("interactive", "read watches line by line").shortName('i');
    private static final Flag<Boolean> PREFIX = Flag.bool("prefix", "watch all keys that begin with the key");
    private static final Flag<Long> REVISION =
            Flag.value("rev", ValueTypes.INT64, 0L, "the revision to begin at, 0 for what comes from now on");
    private static final Flag<Boolean> PREVIOUS = Flag.bool("prev-kv", "tell what the key was before each event");
    private static final Flag<Boolean> PROGRESS =
            Flag.bool("progress-notify", "tell the revision from time to time while nothing happens");

    static CommandSpec.Builder declaration() {
        return CommandSpec.named("watch", "Watches keys and writes what happens to them")
                .arguments(WORDS)
                .flags(INTERACTIVE, PREFIX, REVISION, PREVIOUS, PROGRESS)
                .effect(Effect.WRITES, WatchLine::effect);
    }

    /** Watching only looks; what a command does that runs for each event, nobody knows. */
    private static Effect effect(Values line) {
        return line.wordsAfterDashes().isEmpty() ? Effect.READS : Effect.WRITES;
    }

    static boolean interactive(Values line) {
        return line.get(INTERACTIVE);
    }

    /** @param environment may name the keys instead of the line */
    static WatchLine of(Values line, Map<String, String> environment) {
        if (line.endsWithDashes()) {
            throw refused("no command stands behind --", "write it there, or leave out --");
        }
        List<String> command = line.wordsAfterDashes();
        List<String> words = line.get(WORDS);
        List<String> keys = words.subList(0, words.size() - command.size());
        List<String> named = named(environment);
        if (!named.isEmpty() && !keys.isEmpty()) {
            throw refused("the line names a key and so does " + KEY_VARIABLE, "leave out one of them");
        }
        List<String> meant = named.isEmpty() ? keys : named;
        return new WatchLine(meant, request(meant, line), command);
    }

    private static List<String> named(Map<String, String> environment) {
        String key = environment.getOrDefault(KEY_VARIABLE, "");
        String end = environment.getOrDefault(END_VARIABLE, "");
        List<String> named = new ArrayList<>();
        if (!key.isEmpty()) {
            named.add(key);
        }
        if (!end.isEmpty()) {
            if (key.isEmpty()) {
                throw refused(END_VARIABLE + " is set but " + KEY_VARIABLE + " is not", "set both or none");
            }
            named.add(end);
        }
        return named;
    }

    private static WatchRequest request(List<String> keys, Values line) {
        return new WatchRequest(
                range(keys, line.get(PREFIX)), line.get(REVISION), line.get(PREVIOUS), line.get(PROGRESS));
    }

    private static KeyRange range(List<String> keys, boolean prefix) {
        if (keys.isEmpty()) {
            throw refused("no key to watch", "watch KEY, or watch \"\" --prefix for all keys");
        }
        Bytes first = Bytes.of(keys.getFirst());
        if (keys.size() > 2) {
            throw refused("surplus argument \"" + keys.get(2) + "\"", "a command to run stands behind --");
        }
        if (keys.size() == 2) {
            if (prefix) {
                throw refused("a range end cannot be combined with --prefix", "leave out one of them");
            }
            return KeyRange.between(first, Bytes.of(keys.get(1)));
        }
        return prefix ? KeyRange.prefix(first) : KeyRange.single(first);
    }

    private static OperatorException refused(String what, String hint) {
        return OperatorException.of(ExitCode.BAD_ARGUMENTS, what, hint);
    }
}
