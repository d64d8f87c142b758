package dev.quorate.etcd;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clients for work of many steps: whoever asks for a cluster again gets the connections there are already, and closing what
 * was given leaves them open. They end together, when this is closed.
 */
public final class KeptClients implements EtcdClients, AutoCloseable {

    private final EtcdClients clients;
    private final Map<EtcdSettings, EtcdClient> kept = new LinkedHashMap<>();

    public KeptClients(EtcdClients clients) {
        this.clients = clients;
    }

    @Override
    public synchronized EtcdClient connect(EtcdSettings settings) {
        return new Lent(kept.computeIfAbsent(settings, clients::connect));
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(EtcdClient::close);
        kept.clear();
    }

    private record Lent(EtcdClient client) implements EtcdClient {

        @Override
        public List<Endpoint> endpoints() {
            return client.endpoints();
        }

        @Override
        public Keys keys() {
            return client.keys();
        }

        @Override
        public Watches watches() {
            return client.watches();
        }

        @Override
        public Leases leases() {
            return client.leases();
        }

        @Override
        public Membership membership() {
            return client.membership();
        }

        @Override
        public Maintenance maintenance() {
            return client.maintenance();
        }

        @Override
        public Access access() {
            return client.access();
        }

        @Override
        public EtcdClient at(Endpoint endpoint) {
            return client.at(endpoint);
        }

        @Override
        public Optional<X509Certificate> serverCertificate(Endpoint endpoint) {
            return client.serverCertificate(endpoint);
        }

        @Override
        public boolean listens(Endpoint endpoint) {
            return client.listens(endpoint);
        }

        @Override
        public String metrics(Endpoint endpoint) {
            return client.metrics(endpoint);
        }

        /** Whoever keeps it closes it. */
        @Override
        public void close() {}
    }
}
