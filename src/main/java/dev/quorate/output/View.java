package dev.quorate.output;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;

/**
 * One result of a command in three projections. {@code json} and {@code yaml} write the tree, {@code table} the table,
 * {@code simple} the lines; {@code fields} has names and order of its own in etcdctl, so a view says them too.
 *
 * <p>A view may stream: each projection is asked for at most once.
 */
public interface View {

    /** The result as etcdctl's JSON spells it, where etcdctl has this result. */
    Tree tree();

    Table table();

    /** The result as etcdctl's {@code simple} format writes it, byte for byte. */
    void lines(LineSink out);

    /** The result as etcdctl's {@code fields} format writes it: {@code "Name" : value}; else the lines. */
    default void fields(LineSink out) {
        lines(out);
    }

    /** Whether {@code AUTO} shows this result as a table at a terminal: lists and statuses do, single answers do not. */
    default boolean tabular() {
        return false;
    }

    /**
     * Whether JSON and protobuf are the lines too, as etcdctl has it for results it prints without asking for the format:
     * {@code version}, {@code compaction}. YAML and tables are told apart all the same.
     */
    default boolean sameInEveryFormat() {
        return false;
    }

    /** The response as the bytes of its protobuf message, where etcdctl offers it. */
    default void protobuf(LineSink out) {
        if (sameInEveryFormat()) {
            lines(out);
            return;
        }
        throw OperatorException.of(
                ExitCode.BAD_FEATURE, "protobuf not supported as output format", "use simple, json, yaml or fields");
    }
}
