package dev.quorate.session;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import org.jspecify.annotations.Nullable;

/** Keeps one client, of the settings last asked for, so that line after line uses the same connection. */
public final class Connections implements AutoCloseable {

    private final Sessions sessions;
    private final EtcdClients clients;
    private @Nullable EtcdSettings settings;
    private @Nullable EtcdClient client;

    public Connections(Sessions sessions, EtcdClients clients) {
        this.sessions = sessions;
        this.clients = clients;
    }

    /** The client of the current session. Callers do not close it. */
    public synchronized EtcdClient client() {
        EtcdSettings wanted = sessions.current().etcd();
        if (client == null || !wanted.equals(settings)) {
            close();
            client = clients.connect(wanted);
            settings = wanted;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
