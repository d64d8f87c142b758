package dev.quorate.sandbox;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.session.Context;
import dev.quorate.session.ContextStore;
import dev.quorate.session.SessionResolver;
import dev.quorate.session.Sessions;
import dev.quorate.session.SettingName;
import dev.quorate.session.SettingValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sandbox among the saved contexts. */
public final class SandboxContext {

    private final ContextStore contexts;
    private final SessionResolver resolver;
    private final Sessions sessions;

    public SandboxContext(ContextStore contexts, SessionResolver resolver, Sessions sessions) {
        this.contexts = contexts;
        this.resolver = resolver;
        this.sessions = sessions;
    }

    /** Saves how to reach it and moves the session there. */
    void use(EtcdSettings settings) {
        Context context = new Context(Sandbox.NAME, values(settings));
        if (!contexts.find(Sandbox.NAME).equals(Optional.of(context))) {
            contexts.save(context);
        }
        if (!contexts.current().equals(Optional.of(context))) {
            contexts.use(Sandbox.NAME);
        }
        sessions.change(resolver.using(sessions.standing(), context));
    }

    /** Forgets it, and moves a session that stands there away. */
    void forget() {
        boolean standing = sessions.standing().cluster().equals(Optional.of(Sandbox.NAME));
        if (contexts.find(Sandbox.NAME).isPresent()) {
            contexts.delete(Sandbox.NAME);
        }
        if (standing) {
            sessions.change(resolver.withoutContext(sessions.standing()));
        }
    }

    private static SettingValues values(EtcdSettings settings) {
        String endpoints = settings.endpoints().stream().map(String::valueOf).collect(Collectors.joining(","));
        return new SettingValues(Map.of(
                SettingName.ENDPOINTS, endpoints,
                SettingName.CACERT, text(settings.tls().caCertificate()),
                SettingName.CERT, text(settings.tls().certificate()),
                SettingName.KEY, text(settings.tls().key())));
    }

    private static String text(Optional<Path> file) {
        return file.map(Path::toString).orElse("");
    }
}
