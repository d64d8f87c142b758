package dev.quorate.access;

import dev.quorate.command.Invocation;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.session.Login;
import dev.quorate.session.Sessions;
import java.util.Optional;

/** Says at a terminal what turning authentication on or off means, and asks. A script gets etcdctl's behaviour. */
final class AuthGuard {

    private final Sessions sessions;

    AuthGuard(Sessions sessions) {
        this.sessions = sessions;
    }

    void beforeEnabling(Invocation line) {
        ask(
                line,
                "from now on every client that does not log in is refused, and etcd cannot check root's password"
                        + " before: if nobody knows it, nobody gets in (user passwd root sets it)");
    }

    /** This console is refused too until it logs in. */
    void afterEnabling(Invocation line) {
        Optional<Login> login = sessions.current().login();
        if (line.interactive() && login.isEmpty()) {
            line.note("log in to go on: set user root");
        }
    }

    void beforeDisabling(Invocation line) {
        ask(line, "from now on whoever reaches the cluster may read and change everything");
    }

    private static void ask(Invocation line, String consequence) {
        if (line.interactive()) {
            new Confirmation(line).of(new Risk.Disruption(consequence));
        }
    }
}
