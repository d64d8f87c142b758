package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Access;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.Leases;
import dev.quorate.etcd.Maintenance;
import dev.quorate.etcd.Membership;
import dev.quorate.etcd.Watches;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A cluster through some endpoints. The channels are shared with the clients of single endpoints made from it. */
final class JetcdClient implements EtcdClient {

    private final List<Endpoint> endpoints;
    private final Channels channels;
    private final Calls calls;
    private final boolean root;

    JetcdClient(EtcdSettings settings) {
        endpoints = settings.endpoints();
        channels = new Channels(settings);
        calls = new Calls(
                endpoints,
                channels,
                new Authentication(settings.credentials()),
                settings.timeouts(),
                settings.readOnly());
        root = true;
    }

    private JetcdClient(JetcdClient parent, Endpoint endpoint) {
        endpoints = List.of(endpoint);
        channels = parent.channels;
        calls = parent.calls.at(endpoint);
        root = false;
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public Keys keys() {
        return new JetcdKeys(calls);
    }

    @Override
    public Watches watches() {
        return new JetcdWatches(calls);
    }

    @Override
    public Leases leases() {
        return new JetcdLeases(calls);
    }

    @Override
    public Membership membership() {
        return new JetcdMembership(calls);
    }

    @Override
    public Maintenance maintenance() {
        return new JetcdMaintenance(calls);
    }

    @Override
    public Access access() {
        return new JetcdAccess(calls);
    }

    @Override
    public EtcdClient at(Endpoint endpoint) {
        return new JetcdClient(this, endpoint);
    }

    @Override
    public Optional<X509Certificate> serverCertificate(Endpoint endpoint) {
        return channels.diagnosis().certificate(endpoint);
    }

    @Override
    public boolean listens(Endpoint endpoint) {
        return channels.diagnosis().listens(endpoint);
    }

    @Override
    public String metrics(Endpoint endpoint) {
        return channels.metrics().of(endpoint);
    }

    @Override
    public void close() {
        if (root) {
            channels.close();
        }
    }
}
