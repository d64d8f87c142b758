package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.provision.HostSettings;
import dev.quorate.remote.Host;
import dev.quorate.remote.ssh.SshHosts;
import java.util.function.Supplier;

/**
 * Reaches the hosts of clusters by SSH, as their cluster files say.
 *
 * @param connections the session's, which outlive a command: what is connected and unlocked stays so, and is closed by whom
 *     they belong to. Made when first used.
 */
public record SshClusterHosts(Supplier<SshHosts> connections) implements ClusterHosts {

    @Override
    public Hosts open(ClusterSpec spec) {
        return new Open(spec, connections.get());
    }

    private record Open(ClusterSpec spec, SshHosts hosts) implements Hosts {

        @Override
        public Host of(NodeSpec member) {
            return hosts.host(HostSettings.of(spec, member));
        }

        @Override
        public void close() {}
    }
}
