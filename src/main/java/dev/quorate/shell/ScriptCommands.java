package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code run} and {@code exit}. */
public final class ScriptCommands implements CommandGroup {

    private static final ValueType<Path> FILE =
            new ValueType<>("file", List.of(), ValueTypes.FILE.completes(), Path::of);
    private static final Argument<Path> SCRIPT = Argument.required("file", FILE, "lines as typed at the prompt");
    private static final Argument<Optional<Integer>> STATUS =
            Argument.optional("status", ValueTypes.INT32, "exit status of the script or program, 0 by default");

    private final Supplier<ScriptReader> reader;
    private final Supplier<ScriptRunner> runner;
    private final Map<String, String> environment;

    /** The suppliers are asked when a script is run: both need the commands, of which these are some. */
    public ScriptCommands(
            Supplier<ScriptReader> reader, Supplier<ScriptRunner> runner, Map<String, String> environment) {
        this.reader = reader;
        this.runner = runner;
        this.environment = environment;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("run", "Runs the lines of a file")
                        .details("""
                                The whole file is checked before its first line runs; all faults are listed with line and
                                column. The first line that fails ends the script with its status. ${name} stands for a
                                value given with --set, ${env:NAME} for a variable of the environment.
                                """)
                        .arguments(SCRIPT)
                        .flags(ScriptFlags.SET, ScriptFlags.KEEP_GOING, ScriptFlags.ECHO)
                        .runs(this::run),
                CommandSpec.named("exit", "Leaves the console, or ends the script")
                        .arguments(STATUS)
                        .runs(ScriptCommands::exit));
    }

    private void run(Invocation line) throws Exception {
        Streams streams = LineInvocation.streams(line);
        Script script =
                reader.get().readFile(line.get(SCRIPT), ScriptFlags.variables(line, environment), streams.error());
        int status = runner.get().run(script, ScriptFlags.options(line), streams);
        if (status != 0) {
            throw OperatorException.passingOn(status, script.name() + " ended with exit " + status);
        }
    }

    private static void exit(Invocation line) {
        throw new LeaveException(line.get(STATUS).orElse(0));
    }
}
