package dev.quorate.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A positional argument. Identity is the object: a command declares it and asks its invocation for it.
 *
 * @param <T> what the command gets: the value, an {@link Optional} of it, or a list
 */
public final class Argument<T> {

    private final String name;
    private final String description;
    private final ValueType<?> type;
    private final int least;
    private final int most;
    private final Collector<T> collector;

    @FunctionalInterface
    private interface Collector<T> {
        T collect(List<String> words) throws BadValueException;
    }

    private Argument(String name, String description, ValueType<?> type, int least, int most, Collector<T> collector) {
        this.name = name;
        this.description = description;
        this.type = type;
        this.least = least;
        this.most = most;
        this.collector = collector;
    }

    public static <T> Argument<T> required(String name, ValueType<T> type, String description) {
        return new Argument<>(
                name, description, type, 1, 1, words -> type.parser().parse(words.getFirst()));
    }

    public static <T> Argument<Optional<T>> optional(String name, ValueType<T> type, String description) {
        return new Argument<>(name, description, type, 0, 1, words -> {
            if (words.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(type.parser().parse(words.getFirst()));
        });
    }

    /** All words that are left, none included. */
    public static <T> Argument<List<T>> rest(String name, ValueType<T> type, String description) {
        return list(name, type, 0, description);
    }

    /** All words that are left, one at the least. */
    public static <T> Argument<List<T>> oneOrMore(String name, ValueType<T> type, String description) {
        return list(name, type, 1, description);
    }

    private static <T> Argument<List<T>> list(String name, ValueType<T> type, int least, String description) {
        return new Argument<>(name, description, type, least, Integer.MAX_VALUE, words -> {
            List<T> values = new ArrayList<>();
            for (String word : words) {
                values.add(type.parser().parse(word));
            }
            return values;
        });
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public ValueType<?> type() {
        return type;
    }

    /** The fewest words it takes. */
    public int least() {
        return least;
    }

    /** The most words it takes; {@link Integer#MAX_VALUE} for all that are left. */
    public int most() {
        return most;
    }

    /** The value that {@code words} make. */
    public T parse(List<String> words) throws BadValueException {
        return collector.collect(words);
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
