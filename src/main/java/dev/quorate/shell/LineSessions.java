package dev.quorate.shell;

import dev.quorate.session.MemberEndpoints;
import dev.quorate.session.Session;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes the session a line runs under: the current one, the line's options over it, and only the members it names. */
public final class LineSessions {

    private final Sessions sessions;
    private final SessionResolver resolver;
    private final MemberEndpoints members;

    public LineSessions(Sessions sessions, SessionResolver resolver, MemberEndpoints members) {
        this.sessions = sessions;
        this.resolver = resolver;
        this.members = members;
    }

    Session current() {
        return sessions.current();
    }

    /** The current session under the options of {@code line}. */
    Session overlaid(BoundLine line) {
        return resolver.overlay(sessions.current(), line.settings());
    }

    /** {@code session} at the members {@code line} names; asks the cluster who they are. */
    Session narrowed(Session session, BoundLine line) throws Exception {
        List<String> names = line.get(GlobalOptions.AT);
        if (names.isEmpty()) {
            return session;
        }
        return resolver.narrowedTo(session, sessions.under(session, () -> members.of(names)));
    }

    /** Runs {@code line} under {@code session}. */
    void under(Session session, Callable<Boolean> line) throws Exception {
        if (session.equals(sessions.current())) {
            line.call();
            return;
        }
        sessions.under(session, line);
    }
}
