package dev.quorate.context;

import dev.quorate.command.Argument;
import dev.quorate.command.BadValueException;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.session.Connections;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.session.SettingName;
import java.util.Arrays;
import java.util.List;

/** {@code set} and {@code unset}: settings of the console, until it ends. */
public final class SettingCommands implements CommandGroup {

    private static final String GROUP = "Session";
    private static final List<String> WORDS = Arrays.stream(SettingName.values())
            .filter(SettingCommands::settable)
            .map(SettingName::word)
            .toList();
    private static final ValueType<SettingName> SETTING =
            new ValueType<>("setting", WORDS, Completes.SETTING, SettingCommands::setting);
    private static final Argument<SettingName> NAME = Argument.required("setting", SETTING, "which setting");
    private static final Argument<String> VALUE =
            Argument.required("value", ValueTypes.TEXT.named("value"), "what it is to be");

    private final Sessions sessions;
    private final SessionResolver resolver;
    private final Connections connections;

    public SettingCommands(Sessions sessions, SessionResolver resolver, Connections connections) {
        this.sessions = sessions;
        this.resolver = resolver;
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("set", "Changes a setting until the console ends")
                        .group(GROUP)
                        .details("context explain shows all settings and where each came from.")
                        .arguments(NAME, VALUE)
                        .runs(this::set),
                CommandSpec.named("unset", "Takes back what set changed")
                        .group(GROUP)
                        .arguments(NAME)
                        .runs(this::unset));
    }

    private void set(Invocation line) {
        connections.forgetPasswords();
        sessions.change(resolver.with(sessions.standing(), line.get(NAME), line.get(VALUE)));
    }

    private void unset(Invocation line) {
        connections.forgetPasswords();
        sessions.change(resolver.without(sessions.standing(), line.get(NAME)));
    }

    /** A password would stay on the screen and in the history; a context is what {@code use} moves to. */
    private static boolean settable(SettingName name) {
        return name != SettingName.PASSWORD && name != SettingName.CONTEXT;
    }

    private static SettingName setting(String word) throws BadValueException {
        return switch (word) {
            case "password" -> throw new BadValueException("set user NAME, and the password is asked for");
            case "context" -> throw new BadValueException("use NAME moves to a context");
            default ->
                SettingName.of(word)
                        .orElseThrow(() -> new BadValueException("must be one of " + String.join(", ", WORDS)));
        };
    }
}
