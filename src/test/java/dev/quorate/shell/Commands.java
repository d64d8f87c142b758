package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small set of commands shaped like the real ones; what they are asked to do is remembered. */
final class Commands {

    enum Order {
        ASCEND,
        DESCEND
    }

    static final Argument<String> KEY = Argument.required("key", ValueTypes.KEY, "the key");
    static final Argument<Optional<String>> END = Argument.optional("range_end", ValueTypes.KEY, "end");
    static final Argument<Optional<String>> VALUE = Argument.optional("value", ValueTypes.TEXT, "the value");
    static final Argument<List<String>> REST = Argument.rest("words", ValueTypes.TEXT, "words");
    static final Argument<String> NAME = Argument.required("name", ValueTypes.TEXT, "a name");
    static final Argument<Long> REVISION = Argument.required("revision", ValueTypes.INT64, "a revision");
    static final Flag<Boolean> PREFIX = Flag.bool("prefix", "by prefix");
    static final Flag<Boolean> KEYS_ONLY = Flag.bool("keys-only", "keys only");
    static final Flag<Boolean> ALL = Flag.bool("all", "all").shortName('a');
    static final Flag<Boolean> BRIEF = Flag.bool("brief", "brief").shortName('b');
    static final Flag<Long> LIMIT =
            Flag.value("limit", ValueTypes.INT64, 10L, "how many").shortName('l');
    static final Flag<Order> ORDER = Flag.value("order", ValueTypes.choice(Order.class), Order.ASCEND, "order");
    static final Flag<Long> REV = Flag.value("rev", ValueTypes.INT64, 0L, "revision");
    static final Flag<List<String>> PEER_URLS = Flag.list("peer-urls", ValueTypes.TEXT, "urls");
    static final Flag<Boolean> CLUSTER = Flag.bool("cluster", "all members");

    final List<String> ran = new ArrayList<>();
    private final List<CommandSpec> specs = new ArrayList<>();

    Commands() {
        add(CommandSpec.named("get", "Gets keys")
                .arguments(KEY, END)
                .flags(PREFIX, KEYS_ONLY, LIMIT, ORDER, REV, ALL, BRIEF));
        add(CommandSpec.named("put", "Puts a key").effect(Effect.WRITES).arguments(KEY, VALUE));
        add(CommandSpec.named("del", "Deletes keys")
                .effect(Effect.WRITES)
                .arguments(KEY, END)
                .flags(PREFIX));
        add(CommandSpec.named("watch", "Watches").arguments(REST).flags(PREFIX));
        add(CommandSpec.named("lock", "Locks").arguments(NAME));
        add(CommandSpec.named("lock list", "Lists locks"));
        add(CommandSpec.named("compaction", "Compacts").alias("compact").arguments(REVISION));
        add(CommandSpec.named("completion", "Completes"));
        add(CommandSpec.named("member list", "Lists members").flags(KEYS_ONLY));
        add(CommandSpec.named("member add", "Adds a member").arguments(NAME).flags(PEER_URLS));
        add(CommandSpec.named("member remove", "Removes a member")
                .effect(Effect.DESTROYS)
                .arguments(NAME));
        add(CommandSpec.named("member replace", "Replaces a member").arguments(NAME));
        add(CommandSpec.named("endpoint health", "Tells health").flags(CLUSTER));
        add(CommandSpec.named("snapshot save", "Saves").arguments(NAME));
        add(CommandSpec.named("snapshot status", "Tells").arguments(NAME));
        specs.add(CommandSpec.named("fail", "Fails").arguments(NAME).runs(Commands::fail));
        specs.add(CommandSpec.named("crash", "Crashes").runs(line -> {
            throw new IllegalStateException("boom\nsecond line");
        }));
    }

    private void add(CommandSpec.Builder command) {
        specs.add(command.runs(line -> ran.add(line.command().words())));
    }

    private static void fail(Invocation line) {
        throw OperatorException.of(ExitCode.BAD_CONNECTION, "no " + line.get(NAME), "try again");
    }

    Commands with(List<CommandSpec> more) {
        specs.addAll(more);
        return this;
    }

    /** Binds by these commands, and {@code help}. */
    Binder binder() {
        List<Binder> self = new ArrayList<>();
        List<CommandSpec> all = new ArrayList<>(specs);
        all.addAll(new HelpCommands(self::getFirst).commands());
        self.add(new Binder(new CommandCatalog(all)));
        return self.getFirst();
    }
}
