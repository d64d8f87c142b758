package dev.quorate.shell;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.SettingValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand after {@code quorate} where no command does: lines to run, and options of the session to come. */
public final class StartOptions {

    public static final Flag<Optional<String>> LINES = Flag.optional(
                    "command", ValueTypes.TEXT.named("lines"), "runs these lines, separated by ; or line ends")
            .shortName('c');
    public static final Flag<Boolean> VERSION = Flag.bool("version", "prints the version of Quorate");

    static final CommandSpec SPEC = CommandSpec.named("quorate", "Opens the console, or runs lines")
            .flags(LINES, ScriptFlags.SET, ScriptFlags.KEEP_GOING, ScriptFlags.ECHO, VERSION)
            .runs(line -> {
                throw new IllegalStateException("not a line");
            });

    private StartOptions() {}

    /** All of them, the options of every line apart. */
    public static List<Flag<?>> flags() {
        return SPEC.flags();
    }

    /** No options at all. */
    public static BoundLine none() {
        return new BoundLine(
                SourceLine.NONE, SPEC, Map.of(), Map.of(), SettingValues.NONE, List.of(), List.of(), Optional.empty());
    }

    public static Variables variables(BoundLine start, Map<String, String> environment) {
        return ScriptFlags.variables(start, environment);
    }

    public static ScriptRunner.Options scriptOptions(BoundLine start) {
        return ScriptFlags.options(start);
    }

    /** Refuses what has a meaning for scripts alone. */
    public static void requireNoneOfScripts(BoundLine start) {
        for (Flag<?> flag : List.of(ScriptFlags.SET, ScriptFlags.KEEP_GOING, ScriptFlags.ECHO)) {
            if (start.given(flag)) {
                throw OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        flag + " is given without a script",
                        "add run FILE, -c LINES or < FILE");
            }
        }
    }

    /** What {@code --version} prints. */
    public static String version() {
        return "quorate " + VersionCommands.own();
    }
}
