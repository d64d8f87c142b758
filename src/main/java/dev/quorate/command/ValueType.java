package dev.quorate.command;

import java.util.List;

/**
 * How one word becomes a value.
 *
 * @param placeholder what help calls the word: {@code key}, {@code duration}
 * @param choices the words there are, or empty where any may come
 * @param completes what Tab proposes
 * @param parser makes the value
 */
public record ValueType<T>(String placeholder, List<String> choices, Completes completes, Parser<T> parser) {

    /** Makes a value of a word or says why it is none. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(String word) throws BadValueException;
    }

    public ValueType {
        choices = List.copyOf(choices);
    }

    public static <T> ValueType<T> of(String placeholder, Parser<T> parser) {
        return new ValueType<>(placeholder, List.of(), Completes.NOTHING, parser);
    }

    public ValueType<T> completing(Completes what) {
        return new ValueType<>(placeholder, choices, what, parser);
    }

    public ValueType<T> named(String newPlaceholder) {
        return new ValueType<>(newPlaceholder, choices, completes, parser);
    }
}
