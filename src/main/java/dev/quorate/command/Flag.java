package dev.quorate.command;

import dev.quorate.time.Lengths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flag. Identity is the object: a command declares it and asks its invocation for it.
 *
 * @param <T> what the command gets: the value, an {@link Optional} of it, or a list
 */
public final class Flag<T> {

    private final String name;
    private final @Nullable Character shortName;
    private final String description;
    private final ValueType<?> type;
    private final boolean takesWord;
    private final boolean repeats;
    private final boolean hidden;
    private final @Nullable String shownDefault;
    private final Collector<T> collector;

    @FunctionalInterface
    private interface Collector<T> {
        T collect(List<String> words) throws BadValueException;
    }

    private Flag(
            String name,
            @Nullable Character shortName,
            String description,
            ValueType<?> type,
            boolean takesWord,
            boolean repeats,
            boolean hidden,
            @Nullable String shownDefault,
            Collector<T> collector) {
        this.name = name;
        this.shortName = shortName;
        this.description = description;
        this.type = type;
        this.takesWord = takesWord;
        this.repeats = repeats;
        this.hidden = hidden;
        this.shownDefault = shownDefault;
        this.collector = collector;
    }

    /** {@code --name}, {@code --name=true}, {@code --name=false}; it never takes the next word. False by default. */
    public static Flag<Boolean> bool(String name, String description) {
        return bool(name, false, description);
    }

    public static Flag<Boolean> bool(String name, boolean byDefault, String description) {
        return new Flag<>(name, null, description, ValueTypes.BOOL, false, false, false, null, words -> {
            if (words.isEmpty()) {
                return byDefault;
            }
            return ValueTypes.BOOL.parser().parse(words.getLast());
        });
    }

    /** Takes a word; the last one counts. {@code byDefault} is shown in help as one would type it. */
    public static <T> Flag<T> value(String name, ValueType<T> type, T byDefault, String description) {
        return new Flag<>(name, null, description, type, true, false, false, shown(byDefault), words -> {
            if (words.isEmpty()) {
                return byDefault;
            }
            return type.parser().parse(words.getLast());
        });
    }

    private static String shown(Object byDefault) {
        return byDefault instanceof Duration length ? Lengths.text(length) : String.valueOf(byDefault);
    }

    /** Takes a word and may be left out. */
    public static <T> Flag<Optional<T>> optional(String name, ValueType<T> type, String description) {
        return new Flag<>(name, null, description, type, true, false, false, null, words -> {
            if (words.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(type.parser().parse(words.getLast()));
        });
    }

    /** May be repeated, and each word may be a comma list. */
    public static <T> Flag<List<T>> list(String name, ValueType<T> type, String description) {
        return new Flag<>(name, null, description, type, true, true, false, null, words -> {
            List<T> values = new ArrayList<>();
            for (String word : words) {
                for (String part : word.split(",", -1)) {
                    values.add(type.parser().parse(part));
                }
            }
            return values;
        });
    }

    /** May be repeated; each word is one value, commas and all. */
    public static <T> Flag<List<T>> repeated(String name, ValueType<T> type, String description) {
        return new Flag<>(name, null, description, type, true, true, false, null, words -> {
            List<T> values = new ArrayList<>();
            for (String word : words) {
                values.add(type.parser().parse(word));
            }
            return values;
        });
    }

    public Flag<T> shortName(char letter) {
        return new Flag<>(name, letter, description, type, takesWord, repeats, hidden, shownDefault, collector);
    }

    /** Understood but neither helped nor completed. */
    public Flag<T> hide() {
        return new Flag<>(name, shortName, description, type, takesWord, repeats, true, shownDefault, collector);
    }

    /** Its name without the dashes. */
    public String name() {
        return name;
    }

    public Optional<Character> shortName() {
        return Optional.ofNullable(shortName);
    }

    public String description() {
        return description;
    }

    public ValueType<?> type() {
        return type;
    }

    public boolean takesWord() {
        return takesWord;
    }

    public boolean hidden() {
        return hidden;
    }

    /** Whether each word given counts, not the last one only. */
    public boolean repeats() {
        return repeats;
    }

    /** The default as help shows it. */
    public Optional<String> shownDefault() {
        return Optional.ofNullable(shownDefault);
    }

    /** The value that the words given, in order, make; none given makes the default. */
    public T parse(List<String> words) throws BadValueException {
        return collector.collect(words);
    }

    @Override
    public String toString() {
        return "--" + name;
    }
}
