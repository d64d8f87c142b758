package dev.quorate.kv;

import dev.quorate.command.BadValueException;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeRequest.ModificationBounds;
import dev.quorate.etcd.RangeRequest.SortOrder;
import dev.quorate.etcd.RangeRequest.SortTarget;
import dev.quorate.etcd.view.RangeView;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.OutputFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands on a line of {@code get}. */
final class GetLine {

    private static final KeyRanges RANGES = KeyRanges.named("get");

    private static final Flag<Optional<Order>> ORDER =
            Flag.optional("order", upperCase(Order.class), "order of the results, ASCEND unless told");
    private static final Flag<Optional<SortTarget>> SORT_BY =
            Flag.optional("sort-by", upperCase(SortTarget.class), "what the results are sorted by");
    private static final Flag<Consistency> CONSISTENCY = Flag.value(
            "consistency",
            ValueTypes.choice(Consistency.class),
            Consistency.L,
            "l: linearizable, agreed by a quorum; s: serializable, from one member, perhaps stale");
    private static final Flag<Long> LIMIT = Flag.value("limit", ValueTypes.INT64, 0L, "the most results, 0 for all");
    private static final Flag<Long> REVISION =
            Flag.value("rev", ValueTypes.INT64, 0L, "the revision to read at, 0 for now");
    private static final Flag<Boolean> KEYS_ONLY = Flag.bool("keys-only", "get the keys without their values");
    private static final Flag<Boolean> COUNT_ONLY = Flag.bool("count-only", "get the number of keys only");
    private static final Flag<Boolean> VALUE_ONLY =
            Flag.bool("print-value-only", "write values without their keys, in the simple format");
    private static final Flag<Long> MIN_CREATE =
            Flag.value("min-create-rev", ValueTypes.INT64, 0L, "only keys created at this revision or later");
    private static final Flag<Long> MAX_CREATE =
            Flag.value("max-create-rev", ValueTypes.INT64, 0L, "only keys created at this revision or earlier");
    private static final Flag<Long> MIN_MODIFY =
            Flag.value("min-mod-rev", ValueTypes.INT64, 0L, "only keys last changed at this revision or later");
    private static final Flag<Long> MAX_MODIFY =
            Flag.value("max-mod-rev", ValueTypes.INT64, 0L, "only keys last changed at this revision or earlier");

    private enum Order {
        ASCEND,
        DESCEND
    }

    private enum Consistency {
        L,
        S
    }

    private GetLine() {}

    static CommandSpec.Builder declaration() {
        return CommandSpec.named("get", "Gets a key or a range of keys")
                .arguments(RANGES.key(), RANGES.end())
                .flags(RANGES.prefix(), RANGES.fromKey(), KEYS_ONLY, COUNT_ONLY, VALUE_ONLY)
                .flags(LIMIT, REVISION, SORT_BY, ORDER, CONSISTENCY)
                .flags(MIN_CREATE, MAX_CREATE, MIN_MODIFY, MAX_MODIFY);
    }

    static RangeRequest request(Values line) {
        Contradiction.refuseBoth(line.get(KEYS_ONLY), "--keys-only", line.get(COUNT_ONLY), "--count-only");
        SortTarget target = line.get(SORT_BY).orElse(SortTarget.KEY);
        return new RangeRequest(
                RANGES.of(line),
                Math.max(0, line.get(LIMIT)),
                Math.max(0, line.get(REVISION)),
                target,
                order(target, line.get(ORDER)),
                line.get(CONSISTENCY) == Consistency.S,
                line.get(KEYS_ONLY),
                line.get(COUNT_ONLY),
                bounds(line));
    }

    /** What the simple format shows. */
    static RangeView.Lines lines(Values line, OutputFormat format) {
        if (line.get(COUNT_ONLY)) {
            return RangeView.Lines.COUNT;
        }
        if (!line.get(VALUE_ONLY)) {
            return RangeView.Lines.KEYS_AND_VALUES;
        }
        if (format != OutputFormat.SIMPLE && format != OutputFormat.AUTO) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "--print-value-only is for the simple format", "leave out --write-out");
        }
        return RangeView.Lines.VALUES;
    }

    /** Keys come in ascending order anyhow; asking for it would make etcd read all before it answers the first. */
    private static SortOrder order(SortTarget target, Optional<Order> order) {
        if (order.isEmpty() || (target == SortTarget.KEY && order.get() == Order.ASCEND)) {
            return SortOrder.NONE;
        }
        return order.get() == Order.ASCEND ? SortOrder.ASCEND : SortOrder.DESCEND;
    }

    private static ModificationBounds bounds(Values line) {
        return new ModificationBounds(
                line.get(MIN_MODIFY), line.get(MAX_MODIFY), line.get(MIN_CREATE), line.get(MAX_CREATE));
    }

    /** Constants by their names as etcdctl writes them; any case is understood. */
    private static <E extends Enum<E>> ValueType<E> upperCase(Class<E> type) {
        ValueType<E> choice = ValueTypes.choice(type);
        List<String> words = choice.choices().stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
        return new ValueType<>(String.join("|", words), words, choice.completes(), word -> {
            try {
                return choice.parser().parse(word);
            } catch (BadValueException e) {
                throw new BadValueException("must be one of " + String.join(", ", words));
            }
        });
    }
}
