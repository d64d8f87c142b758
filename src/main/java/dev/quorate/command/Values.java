package dev.quorate.command;

import java.util.List;

/** What stands on a bound line: its command and the value of each argument and flag, defaults included. */
public interface Values {

    /** The command that was bound. */
    CommandSpec command();

    <T> T get(Argument<T> argument);

    <T> T get(Flag<T> flag);

    /** Whether the flag stands on the line. */
    boolean given(Flag<?> flag);

    /** The positional words after {@code --}; they are bound to arguments too. Empty where there was no {@code --}. */
    List<String> wordsAfterDashes();

    /** Whether the line ends with {@code --}, and what was to follow is missing. */
    boolean endsWithDashes();
}
