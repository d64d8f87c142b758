package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;

/** The one-line synopsis of a command: {@code get <key> [range_end] [flags]}. */
public final class Usage {

    private Usage() {}

    public static String of(CommandSpec command) {
        StringBuilder line = new StringBuilder(command.words());
        for (Argument<?> argument : command.arguments()) {
            line.append(' ').append(of(argument));
        }
        if (!command.flags().isEmpty()) {
            line.append(" [flags]");
        }
        return line.toString();
    }

    public static String of(Argument<?> argument) {
        String more = argument.most() > 1 ? "..." : "";
        if (argument.least() == 0) {
            return "[" + argument.name() + more + "]";
        }
        return "<" + argument.name() + ">" + more;
    }
}
