package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.output.OutputFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the operator stands.
 *
 * @param cluster name of the context in use, empty while none is
 * @param etcd how to reach the cluster; has credentials only where the password is known already
 * @param options how lines behave
 * @param login who asks
 * @param layers where all of it came from
 */
public record Session(
        Optional<String> cluster, EtcdSettings etcd, Options options, Optional<Login> login, Layers layers) {

    /**
     * How lines behave.
     *
     * @param format of results
     * @param hex shows ids, keys and values in hexadecimal
     * @param assumeYes answers every confirmation
     * @param dryRun looks and shows, changes nothing
     * @param debug adds stack traces to failures
     */
    public record Options(OutputFormat format, boolean hex, boolean assumeYes, boolean dryRun, boolean debug) {
        public static final Options DEFAULT = new Options(OutputFormat.AUTO, false, false, false, false);
    }

    /** A session of settings that come from nowhere in particular. */
    public Session(Optional<String> cluster, EtcdSettings etcd, Options options) {
        this(cluster, etcd, options, Optional.empty(), Layers.NONE);
    }

    /** What the prompt calls it: the context in use, else the first endpoint. */
    public String shownName() {
        return cluster.or(() -> etcd.endpoints().stream().findFirst().map(Endpoint::authority))
                .orElse("cluster");
    }

    /** Its endpoints as the operator would write them. */
    public String endpointList() {
        return etcd.endpoints().stream().map(Endpoint::text).collect(Collectors.joining(","));
    }
}
