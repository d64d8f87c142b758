package dev.quorate.access;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Invocation;
import dev.quorate.etcd.Access;
import dev.quorate.session.Connections;
import dev.quorate.session.Sessions;
import java.util.List;

/** {@code auth …}. */
public final class AuthCommands implements CommandGroup {

    private final Connections connections;
    private final AuthGuard guard;

    public AuthCommands(Sessions sessions, Connections connections) {
        this.connections = connections;
        this.guard = new AuthGuard(sessions);
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("auth enable", "Makes every client log in")
                        .group(AccessWords.GROUP)
                        .effect(Effect.DISRUPTS)
                        .details("""
                                There must be a user root; it gets the role root if it has not got it.

                                  user add root
                                  auth enable
                                  set user root
                                """)
                        .runs(this::enable),
                CommandSpec.named("auth disable", "Lets every client in, without a login")
                        .group(AccessWords.GROUP)
                        .effect(Effect.DISRUPTS)
                        .runs(this::disable),
                CommandSpec.named("auth status", "Says whether clients must log in (etcd 3.5 and newer)")
                        .group(AccessWords.GROUP)
                        .runs(this::status));
    }

    private void enable(Invocation line) {
        Access access = access();
        if (RootUser.exists(access)) {
            guard.beforeEnabling(line);
            RootUser.giveRole(access);
        }
        access.enable();
        line.print(new AuthSwitchView(true));
        guard.afterEnabling(line);
    }

    private void disable(Invocation line) {
        guard.beforeDisabling(line);
        access().disable();
        line.print(new AuthSwitchView(false));
    }

    private void status(Invocation line) {
        line.print(new AuthStatusView(access().status()));
    }

    private Access access() {
        return connections.client().access();
    }
}
