package dev.quorate.session;

import dev.quorate.command.BadValueException;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Settings that one place gives, each as the word it was given by. Immutable; the order is that of the names. */
public record SettingValues(Map<SettingName, String> words) {

    public static final SettingValues NONE = new SettingValues(Map.of());

    public SettingValues {
        Map<SettingName, String> ordered = new EnumMap<>(SettingName.class);
        ordered.putAll(words);
        words = Collections.unmodifiableMap(ordered);
    }

    public Optional<String> find(SettingName name) {
        return Optional.ofNullable(words.get(name));
    }

    public boolean has(SettingName name) {
        return words.containsKey(name);
    }

    public SettingValues with(SettingName name, String word) {
        Map<SettingName, String> more = new EnumMap<>(SettingName.class);
        more.putAll(words);
        more.put(name, word);
        return new SettingValues(more);
    }

    /** These, and of {@code stronger} all it has. */
    public SettingValues overlaidBy(SettingValues stronger) {
        Map<SettingName, String> all = new EnumMap<>(SettingName.class);
        all.putAll(words);
        all.putAll(stronger.words);
        return new SettingValues(all);
    }

    /** Those of {@code part} alone. */
    public SettingValues only(SettingName.Part part) {
        return filtered(name -> name.part() == part);
    }

    /** Those of all parts but {@code part}. */
    public SettingValues except(SettingName.Part part) {
        return filtered(name -> name.part() != part);
    }

    public SettingValues without(SettingName unwanted) {
        return filtered(name -> name != unwanted);
    }

    private SettingValues filtered(Predicate<SettingName> wanted) {
        Map<SettingName, String> some = new EnumMap<>(SettingName.class);
        words.forEach((name, word) -> {
            if (wanted.test(name)) {
                some.put(name, word);
            }
        });
        return new SettingValues(some);
    }

    /**
     * Checks that each word is a value of its setting.
     *
     * @param place says where they stand, as in {@code --hex} or {@code ETCDCTL_HEX}
     */
    SettingValues checked(Place place) {
        words.forEach((name, word) -> check(name, word, place));
        return this;
    }

    /** Names a setting as one place spells it. */
    interface Place {
        String spell(SettingName name);
    }

    private static void check(SettingName name, String word, Place place) {
        if (word.isEmpty() && name.type().equals(ValueTypes.FILE)) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS, "empty string is passed to " + place.spell(name) + ", which names a file");
        }
        try {
            name.type().parser().parse(word);
        } catch (BadValueException e) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "invalid value \"" + word + "\" for " + place.spell(name) + ": " + e.getMessage());
        }
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return words.keySet().toString();
    }
}
