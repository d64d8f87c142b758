package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.BadValueException;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Values;
import dev.quorate.session.SettingValues;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line whose command, flags and arguments are known and whose values are made.
 *
 * @param source what was typed
 * @param command what it runs
 * @param flags values of the flags on the line
 * @param arguments values of all arguments of the command
 * @param settings what its global options lay over the session
 * @param values the words that are data to store, which are never written to a log
 * @param wordsAfterDashes the positional words after {@code --}
 * @param remark what the operator should learn, such as the present spelling of an old command
 */
public record BoundLine(
        SourceLine source,
        CommandSpec command,
        Map<Flag<?>, Object> flags,
        Map<Argument<?>, Object> arguments,
        SettingValues settings,
        List<Word> values,
        List<String> wordsAfterDashes,
        Optional<String> remark)
        implements Values {

    public BoundLine {
        flags = Collections.unmodifiableMap(flags);
        arguments = Collections.unmodifiableMap(arguments);
        wordsAfterDashes = List.copyOf(wordsAfterDashes);
    }

    /** The value of {@code flag}: from the line, else its default. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(Flag<T> flag) {
        Object value = flags.get(flag);
        if (value != null) {
            return (T) value;
        }
        try {
            return flag.parse(List.of());
        } catch (BadValueException e) {
            throw new IllegalStateException("the default of " + flag + " is no value of it", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(Argument<T> argument) {
        Object value = arguments.get(argument);
        if (value == null) {
            throw new IllegalArgumentException(command.words() + " declares no argument " + argument);
        }
        return (T) value;
    }

    @Override
    public boolean given(Flag<?> flag) {
        return flags.containsKey(flag);
    }

    @Override
    public boolean endsWithDashes() {
        return wordsAfterDashes.isEmpty()
                && !source.words().isEmpty()
                && source.words().getLast().text().equals("--");
    }

    BoundLine withRemark(String newRemark) {
        return new BoundLine(
                source, command, flags, arguments, settings, values, wordsAfterDashes, Optional.of(newRemark));
    }
}
