package dev.quorate.access;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Access;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code access …}. */
public final class AccessCommands implements CommandGroup {

    private static final Argument<Right> RIGHT =
            Argument.required("right", ValueTypes.choice(Right.class), "what the user wants to do");
    private static final PermittedKeys KEYS = PermittedKeys.named("asks about");

    private final Connections connections;

    public AccessCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("access can", "Says whether a user may read or write keys, and by which role")
                .group(AccessWords.GROUP)
                .details("""
                        The exit status is 0 for yes and 1 for no.

                          access can ann read /app/config
                          access can ann write /app/ --prefix
                        """)
                .arguments(AccessWords.USER, RIGHT, KEYS.key(), KEYS.end())
                .flags(KEYS.prefix(), KEYS.fromKey())
                .runs(this::can));
    }

    private void can(Invocation line) {
        Access access = connections.client().access();
        var wish = new Wish(line.get(AccessWords.USER), line.get(RIGHT), KEYS.of(line));
        Verdict verdict = Verdict.on(wish, access);
        if (verdict.idle()) {
            line.note("authentication is off: until it is on, everyone may do everything");
        }
        line.print(new VerdictView(verdict));
        verdict.requireAllowed();
    }
}
