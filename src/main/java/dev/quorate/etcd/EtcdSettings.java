package dev.quorate.etcd;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that is needed to connect to a cluster.
 *
 * @param credentials user and password, if the cluster has auth on and certificates do not name the user
 * @param readOnly refuses, before anything is sent, every call that could change something
 */
public record EtcdSettings(
        List<Endpoint> endpoints,
        Tls tls,
        Optional<Credentials> credentials,
        Timeouts timeouts,
        KeepAlive keepAlive,
        boolean readOnly) {

    public EtcdSettings {
        endpoints = List.copyOf(endpoints);
    }

    public EtcdSettings(
            List<Endpoint> endpoints,
            Tls tls,
            Optional<Credentials> credentials,
            Timeouts timeouts,
            KeepAlive keepAlive) {
        this(endpoints, tls, credentials, timeouts, keepAlive, false);
    }

    public EtcdSettings withEndpoints(List<Endpoint> others) {
        return new EtcdSettings(others, tls, credentials, timeouts, keepAlive, readOnly);
    }

    public EtcdSettings withCredentials(Credentials known) {
        return new EtcdSettings(endpoints, tls, Optional.of(known), timeouts, keepAlive, readOnly);
    }

    /**
     * @param caCertificate PEM bundle to trust instead of the system's
     * @param certificate PEM chain of the client
     * @param key PEM key of the client: PKCS#1, PKCS#8 or SEC1
     * @param asked whether TLS is asked for without any file
     */
    public record Tls(
            Optional<Path> caCertificate,
            Optional<Path> certificate,
            Optional<Path> key,
            boolean skipVerify,
            boolean asked) {
        public static final Tls NONE = new Tls(Optional.empty(), Optional.empty(), Optional.empty(), false);

        public Tls(Optional<Path> caCertificate, Optional<Path> certificate, Optional<Path> key, boolean skipVerify) {
            this(caCertificate, certificate, key, skipVerify, false);
        }

        /** Whether any file is set or TLS is asked for, so that endpoints without scheme are meant to be TLS. */
        public boolean configured() {
            return asked || caCertificate.isPresent() || certificate.isPresent() || key.isPresent();
        }
    }

    /** The password is never part of {@code toString}. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    /** @param dial to reach an endpoint; @param command to have the answer of one call */
    public record Timeouts(Duration dial, Duration command) {
        public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    /** @param time of silence before a ping; @param timeout to have its answer */
    public record KeepAlive(Duration time, Duration timeout) {
        public static final KeepAlive DEFAULT = new KeepAlive(Duration.ofSeconds(2), Duration.ofSeconds(6));
    }
}
