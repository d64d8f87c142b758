package dev.quorate.etcd;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A connected cluster. Cheap to make: nothing is dialled before the first call. Closing ends watches and calls. */
public interface EtcdClient extends AutoCloseable {

    List<Endpoint> endpoints();

    Keys keys();

    Watches watches();

    Leases leases();

    Membership membership();

    Maintenance maintenance();

    Access access();

    /** This cluster through {@code endpoint} alone; closed with this client. */
    EtcdClient at(Endpoint endpoint);

    /** The certificate that the server at {@code endpoint} shows, whether good or not; none where it speaks no TLS. */
    Optional<X509Certificate> serverCertificate(Endpoint endpoint);

    /**
     * Whether something takes connections at {@code endpoint}, so that an answer may come from there yet. Takes no longer than a
     * moment.
     */
    boolean listens(Endpoint endpoint);

    /**
     * What the member at {@code endpoint} tells Prometheus, as text.
     *
     * @throws dev.quorate.failure.OperatorException if it cannot be had
     */
    String metrics(Endpoint endpoint);

    @Override
    void close();
}
