package dev.quorate.context;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.Look;
import dev.quorate.health.LookTime;
import dev.quorate.session.Connections;
import dev.quorate.session.Context;
import dev.quorate.session.ContextStore;
import dev.quorate.session.Reply;
import dev.quorate.session.Session;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.session.SettingName;
import dev.quorate.session.SettingName.Part;
import dev.quorate.session.SettingValues;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Moves the session to another cluster, once that has answered. */
public final class Connector {

    private final Sessions sessions;
    private final SessionResolver resolver;
    private final ContextStore contexts;
    private final Connections connections;

    public Connector(Sessions sessions, SessionResolver resolver, ContextStore contexts, Connections connections) {
        this.sessions = sessions;
        this.resolver = resolver;
        this.contexts = contexts;
        this.connections = connections;
    }

    /**
     * Connects as the line's own options say, which are those of the session the line runs under.
     *
     * @param save name of the context to save it as
     */
    Connected connect(String endpoints, Optional<String> save) throws Exception {
        SettingValues options = sessions.current().layers().line().only(Part.CONNECTION);
        Session next = resolver.connectedTo(sessions.standing(), options.with(SettingName.ENDPOINTS, endpoints));
        Optional<Context> context = save.map(name -> resolver.contextOf(next, name));
        connections.forgetPasswords();
        ClusterState state = sessions.under(next, () -> answering(next));
        context.ifPresent(this::remember);
        sessions.change(context.map(saved -> resolver.savedAs(next, saved)).orElse(next));
        return new Connected(state, save);
    }

    private void remember(Context context) {
        contexts.save(context);
        contexts.use(context.name());
    }

    private ClusterState answering(Session session) throws InterruptedException {
        Look look = ClusterProbe.look(
                connections.client(), LookTime.within(session.etcd().timeouts()));
        return switch (look) {
            case ClusterState state -> state;
            case Look.Nothing nothing -> throw silent(nothing.replies());
        };
    }

    private static OperatorException silent(List<Reply<?>> replies) {
        List<Failure> failures =
                replies.stream().flatMap(reply -> reply.failure().stream()).toList();
        String why = failures.isEmpty()
                ? "no endpoint is named"
                : failures.getFirst().what();
        String others = replies.size() > 1 ? ", nor does any other of " + replies.size() + " endpoints answer" : "";
        String hint = failures.stream()
                .map(Failure::hint)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("the session stays where it was");
        return OperatorException.of(ExitCode.BAD_CONNECTION, why + others, hint);
    }
}
