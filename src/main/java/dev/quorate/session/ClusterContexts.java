package dev.quorate.session;

import dev.quorate.etcd.EtcdSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Clusters the console itself builds and takes down, among the saved contexts. */
public final class ClusterContexts {

    private final ContextStore contexts;
    private final SessionResolver resolver;
    private final Sessions sessions;

    public ClusterContexts(ContextStore contexts, SessionResolver resolver, Sessions sessions) {
        this.contexts = contexts;
        this.resolver = resolver;
        this.sessions = sessions;
    }

    /** Saves how to reach the cluster called {@code name} and moves the session there; what else was set for it stays. */
    public void use(String name, EtcdSettings settings) {
        Optional<Context> present = contexts.find(name);
        SettingValues values = present.map(Context::values).orElse(SettingValues.NONE);
        Context context = new Context(name, values.overlaidBy(values(settings)));
        if (!present.equals(Optional.of(context))) {
            contexts.save(context);
        }
        if (!contexts.current().equals(Optional.of(context))) {
            contexts.use(name);
        }
        sessions.change(resolver.using(sessions.standing(), context));
    }

    /** Forgets it, and moves a session that stands there away. */
    public void forget(String name) {
        boolean standing = sessions.standing().cluster().equals(Optional.of(name));
        if (contexts.find(name).isPresent()) {
            contexts.delete(name);
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
        return file.map(Path::toAbsolutePath).map(Path::toString).orElse("");
    }
}
