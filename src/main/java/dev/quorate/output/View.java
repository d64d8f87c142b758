package dev.quorate.output;

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

    /** The result as etcdctl's {@code fields} format writes it: {@code "Name" : value}. */
    void fields(LineSink out);

    /** Whether {@code AUTO} shows this result as a table at a terminal: lists and statuses do, single answers do not. */
    default boolean tabular() {
        return false;
    }
}
