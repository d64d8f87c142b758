package dev.quorate;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.shell.ActiveQuestions;
import dev.quorate.shell.BindException;
import dev.quorate.shell.Binder;
import dev.quorate.shell.BoundLine;
import dev.quorate.shell.FailureReporter;
import dev.quorate.shell.InteractiveConsole;
import dev.quorate.shell.LineExecutor;
import dev.quorate.shell.Script;
import dev.quorate.shell.ScriptReader;
import dev.quorate.shell.ScriptRunner;
import dev.quorate.shell.SourceLine;
import dev.quorate.shell.StandardStreams;
import dev.quorate.shell.StartOptions;
import dev.quorate.shell.Streams;
import dev.quorate.shell.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program: chooses console, one line or script, and ends with the exit status. */
public final class QuorateApplication {

    private final Launch launch;
    private final Beans beans;

    private QuorateApplication(Launch launch, Beans beans) {
        this.launch = launch;
        this.beans = beans;
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Launch launch = new Launch(
                List.of(arguments), environment, StandardStreams.open(environment), StandardStreams.inputIsTerminal());
        System.exit(Interruption.guarding(() -> run(launch)));
    }

    /** Runs the program to its end and answers its exit status. */
    static int run(Launch launch) {
        try (Beans beans = QuorateWiring.wire(launch)) {
            return new QuorateApplication(launch, beans).start();
        }
    }

    private int start() {
        try {
            return choose();
        } catch (Exception e) {
            OperatorException failure = get(FailureReporter.class).explain(e);
            get(FailureReporter.class).report(failure, launch.streams().error(), debug());
            return failure.exitStatus();
        }
    }

    private boolean debug() {
        return launch.arguments().contains("--debug");
    }

    private int choose() throws Exception {
        if (launch.arguments().isEmpty()) {
            return withoutCommand(StartOptions.none());
        }
        SourceLine line = SourceLine.ofArguments(launch.arguments());
        Optional<BoundLine> start = bindStart(line);
        if (start.isPresent()) {
            return withoutCommand(start.get());
        }
        return get(LineExecutor.class).execute(line, streams()).status();
    }

    private Optional<BoundLine> bindStart(SourceLine line) {
        try {
            return get(Binder.class).bindStart(line);
        } catch (BindException e) {
            throw e.asFailure();
        }
    }

    private int withoutCommand(BoundLine start) throws Exception {
        if (start.get(StartOptions.VERSION)) {
            launch.streams().out().write((StartOptions.version() + "\n").getBytes(StandardCharsets.UTF_8));
            launch.streams().out().flush();
            return ExitCode.OK.status();
        }
        Variables variables = StartOptions.variables(start, launch.environment());
        Optional<String> lines = start.get(StartOptions.LINES);
        if (lines.isPresent()) {
            return run(
                    get(ScriptReader.class)
                            .read("-c", lines.get(), variables, launch.streams().error()),
                    start);
        }
        if (!launch.inputIsTerminal()) {
            return run(standardInput(variables), start);
        }
        StartOptions.requireNoneOfScripts(start);
        get(Sessions.class).change(get(SessionResolver.class).forConsole(start.settings()));
        return get(InteractiveConsole.class).run();
    }

    private Script standardInput(Variables variables) throws IOException {
        byte[] text = launch.streams().in().readAllBytes();
        return get(ScriptReader.class)
                .read("stdin", text, variables, launch.streams().error());
    }

    private int run(Script script, BoundLine start) throws Exception {
        Sessions sessions = get(Sessions.class);
        sessions.change(get(SessionResolver.class).overlay(sessions.standing(), start.settings()));
        return get(ScriptRunner.class).run(script, StartOptions.scriptOptions(start), streams());
    }

    private Streams streams() {
        return launch.streams().asking(get(ActiveQuestions.class));
    }

    private <T> T get(Class<T> type) {
        return beans.get(type);
    }
}
