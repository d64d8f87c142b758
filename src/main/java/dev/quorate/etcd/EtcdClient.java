package dev.quorate.etcd;

import java.util.List;

/** A connected cluster. Cheap to make: nothing is dialled before the first call. Closing ends watches and calls. */
public interface EtcdClient extends AutoCloseable {

    List<Endpoint> endpoints();

    Keys keys();

    Watches watches();

    Leases leases();

    Membership membership();

    Maintenance maintenance();

    /** This cluster through {@code endpoint} alone; closed with this client. */
    EtcdClient at(Endpoint endpoint);

    @Override
    void close();
}
