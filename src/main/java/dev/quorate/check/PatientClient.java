package dev.quorate.check;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdSettings.Timeouts;
import dev.quorate.session.Connections;
import dev.quorate.session.Session;
import dev.quorate.session.Sessions;
import java.time.Duration;

/** Connects for a check: under load answers take their time, and none of them is to fail for it. */
public final class PatientClient {

    private static final Duration LEAST = Duration.ofSeconds(30);

    private final Sessions sessions;
    private final Connections connections;

    public PatientClient(Sessions sessions, Connections connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    /** The client of the current session, but with a command timeout of 30 s at least, as etcdctl has it here. */
    EtcdClient get() throws Exception {
        Session session = sessions.current();
        EtcdSettings etcd = session.etcd();
        Duration given = etcd.timeouts().command();
        Duration command = given.compareTo(LEAST) > 0 ? given : LEAST;
        EtcdSettings patient = new EtcdSettings(
                etcd.endpoints(),
                etcd.tls(),
                etcd.credentials(),
                new Timeouts(etcd.timeouts().dial(), command),
                etcd.keepAlive());
        Session overlay = new Session(session.cluster(), patient, session.options(), session.login(), session.layers());
        return sessions.under(overlay, connections::client);
    }
}
