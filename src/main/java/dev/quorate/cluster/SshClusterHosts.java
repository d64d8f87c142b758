package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.provision.HostSettings;
import dev.quorate.remote.Host;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshLimits;
import dev.quorate.remote.ssh.SshQuestions;
import java.util.Map;

/** Reaches the hosts of clusters by SSH, as their cluster files say. */
public final class SshClusterHosts implements ClusterHosts {

    private final SshQuestions questions;
    private final Map<String, String> environment;
    private final SshLimits limits;

    public SshClusterHosts(SshQuestions questions, Map<String, String> environment, SshLimits limits) {
        this.questions = questions;
        this.environment = Map.copyOf(environment);
        this.limits = limits;
    }

    @Override
    public Hosts open(ClusterSpec spec) {
        return new Open(spec, new SshHosts(questions, environment, limits));
    }

    private record Open(ClusterSpec spec, SshHosts hosts) implements Hosts {

        @Override
        public Host of(NodeSpec member) {
            return hosts.host(HostSettings.of(spec, member));
        }

        @Override
        public void close() {
            hosts.close();
        }
    }
}
