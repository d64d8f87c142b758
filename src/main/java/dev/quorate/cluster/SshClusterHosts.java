package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.remote.Host;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshLimits;
import dev.quorate.remote.ssh.SshQuestions;
import dev.quorate.remote.ssh.SshSettings;
import dev.quorate.remote.ssh.Sudo;
import java.util.Map;

/** Reaches the hosts of clusters by SSH, as their cluster files say. */
public final class SshClusterHosts implements ClusterHosts {

    private final SshQuestions questions;
    private final Map<String, String> environment;

    public SshClusterHosts(SshQuestions questions, Map<String, String> environment) {
        this.questions = questions;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Hosts open(ClusterSpec spec) {
        return new Open(spec, new SshHosts(questions, environment, SshLimits.USUAL));
    }

    private record Open(ClusterSpec spec, SshHosts hosts) implements Hosts {

        @Override
        public Host of(NodeSpec member) {
            return hosts.host(settings(member));
        }

        private SshSettings settings(NodeSpec member) {
            SshSpec ssh = spec.sshTo(member);
            return SshSettings.of(member.sshHost())
                    .named(member.name())
                    .withUser(ssh.user())
                    .withPort(ssh.port())
                    .withIdentities(ssh.identities())
                    .withJump(ssh.jump())
                    .withSudo(sudo(ssh.sudo().orElse(SshSpec.Sudo.AUTO)))
                    .withKnownHosts(ssh.knownHosts())
                    .withAcceptNew(ssh.acceptNew().orElse(false));
        }

        private static Sudo sudo(SshSpec.Sudo wanted) {
            return switch (wanted) {
                case AUTO -> Sudo.AUTO;
                case NONE -> Sudo.NONE;
                case PASSWORDLESS -> Sudo.PASSWORDLESS;
                case PASSWORD -> Sudo.PASSWORD;
            };
        }

        @Override
        public void close() {
            hosts.close();
        }
    }
}
