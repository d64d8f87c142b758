package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;

/** Makes clients that speak gRPC. */
public final class JetcdClients implements EtcdClients {

    @Override
    public EtcdClient connect(EtcdSettings settings) {
        return new JetcdClient(settings);
    }
}
