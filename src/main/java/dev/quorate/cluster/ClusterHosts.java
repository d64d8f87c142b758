package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.remote.Host;

/** Reaches the hosts of clusters. */
@FunctionalInterface
public interface ClusterHosts {

    /** The hosts of {@code spec}, to be connected as they are first used. */
    Hosts open(ClusterSpec spec);

    /** Hosts that stay connected at least until this is closed. */
    interface Hosts extends AutoCloseable {

        Host of(NodeSpec member);

        @Override
        void close();
    }
}
