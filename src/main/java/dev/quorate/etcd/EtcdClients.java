package dev.quorate.etcd;

/** Makes clients. */
@FunctionalInterface
public interface EtcdClients {

    EtcdClient connect(EtcdSettings settings);
}
