package dev.quorate.context;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import dev.quorate.session.Context;
import dev.quorate.session.ContextStore;
import dev.quorate.session.Session;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.session.SettingName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code use} and {@code context …}. */
public final class ContextCommands implements CommandGroup {

    private static final String GROUP = "Session";
    private static final ValueType<String> SAVED = ValueTypes.TEXT.named("name").completing(Completes.CONTEXT);
    private static final Argument<String> NAME = Argument.required("name", SAVED, "a saved context");
    private static final Argument<String> NEW_NAME =
            Argument.required("name", ValueTypes.TEXT.named("name"), "the name to save it under");
    private static final Argument<Optional<String>> WHICH =
            Argument.optional("name", SAVED, "a saved context; the one in use if left out");
    private static final Flag<Boolean> NONE = Flag.bool("none", "leaves the context, for what the environment says");

    private final Sessions sessions;
    private final SessionResolver resolver;
    private final ContextStore contexts;
    private final Connections connections;

    public ContextCommands(
            Sessions sessions, SessionResolver resolver, ContextStore contexts, Connections connections) {
        this.sessions = sessions;
        this.resolver = resolver;
        this.contexts = contexts;
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                declare("use", "Moves to a saved context, now and at every later start")
                        .alias("context use")
                        .arguments(WHICH)
                        .flags(NONE)
                        .runs(this::use),
                declare("context list", "Lists the saved contexts").runs(this::list),
                declare("context current", "Shows the name of the context in use")
                        .runs(this::current),
                declare("context show", "Shows what a context keeps")
                        .arguments(WHICH)
                        .runs(this::show),
                declare("context explain", "Shows every setting in force and where it came from")
                        .runs(this::explain),
                declare("context save", "Saves how the cluster is reached now, under a name")
                        .arguments(NEW_NAME)
                        .runs(this::save),
                declare("context delete", "Forgets a saved context; what else is kept of the cluster stays")
                        .arguments(NAME)
                        .runs(this::delete));
    }

    private static CommandSpec.Builder declare(String words, String summary) {
        return CommandSpec.named(words, summary).group(GROUP);
    }

    private void use(Invocation line) {
        connections.forgetPasswords();
        if (line.get(NONE)) {
            contexts.forgetCurrent();
            sessions.change(resolver.withoutContext(sessions.standing()));
            return;
        }
        Context context = contexts.get(line.get(WHICH).orElseThrow(ContextCommands::noName));
        contexts.use(context.name());
        sessions.change(resolver.using(sessions.standing(), context));
        line.note("using " + context.name() + ": " + sessions.standing().endpointList());
    }

    private void list(Invocation line) {
        Optional<String> inUse = sessions.current().cluster();
        List<Context> all = contexts.names().stream().map(contexts::get).toList();
        Set<String> guarded =
                contexts.names().stream().filter(contexts::isProtected).collect(Collectors.toSet());
        line.print(new ContextList(all, inUse, guarded));
    }

    private void current(Invocation line) {
        String name = sessions.current().cluster().orElseThrow(ContextCommands::noneInUse);
        line.print(new Listing(List.of("name"), List.of(List.of(name))));
    }

    private void show(Invocation line) {
        String name = line.get(WHICH).or(() -> sessions.current().cluster()).orElseThrow(ContextCommands::noneInUse);
        Context context = contexts.get(name);
        List<List<String>> rows = new ArrayList<>();
        context.values().words().forEach((setting, word) -> rows.add(List.of(setting.word(), word)));
        rows.add(List.of("protected", Boolean.toString(contexts.isProtected(name))));
        line.print(new Listing(List.of("setting", "value"), rows));
    }

    private void explain(Invocation line) {
        Session session = sessions.current();
        List<List<String>> rows = resolver.explain(session).stream()
                .map(value -> List.of(
                        value.name().word(), value.shown(), value.source().toString()))
                .toList();
        line.print(new Listing(List.of("setting", "value", "source"), rows));
        List<String> ignored = resolver.ignoredVariables(session);
        if (!ignored.isEmpty()) {
            line.note("without effect while a saved context is in use: " + String.join(", ", ignored));
        }
    }

    private void save(Invocation line) {
        Context context = resolver.contextOf(sessions.current(), line.get(NEW_NAME));
        contexts.save(context);
        contexts.use(context.name());
        sessions.change(resolver.savedAs(sessions.current(), context));
        line.note("saved " + context.name() + ": "
                + context.values().find(SettingName.ENDPOINTS).orElse(""));
    }

    private void delete(Invocation line) {
        String name = line.get(NAME);
        contexts.delete(name);
        if (sessions.standing().cluster().filter(name::equals).isPresent()) {
            sessions.change(resolver.withoutContext(sessions.standing()));
        }
        line.note("deleted " + name);
    }

    private static OperatorException noName() {
        return OperatorException.of(ExitCode.BAD_ARGUMENTS, "no context is named", "use NAME, or use --none");
    }

    private static OperatorException noneInUse() {
        return OperatorException.of(
                ExitCode.INVALID_INPUT, "no context is in use", "context list shows those that are saved");
    }
}
