package dev.quorate.provision;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.remote.ssh.SshSettings;
import dev.quorate.remote.ssh.Sudo;

/** How the hosts of a cluster file are reached over SSH. */
public final class HostSettings {

    private HostSettings() {}

    public static SshSettings of(ClusterSpec cluster, NodeSpec member) {
        SshSpec ssh = cluster.sshTo(member);
        SshSettings host = SshSettings.of(member.sshHost());
        return host.named(member.name())
                .withUser(ssh.user().or(host::user))
                .withPort(ssh.port().isPresent() ? ssh.port() : host.port())
                .withIdentities(ssh.identities())
                .withJump(ssh.jump())
                .withSudo(sudo(ssh.sudo().orElse(SshSpec.Sudo.AUTO)))
                .withKnownHosts(ssh.knownHosts())
                .withAcceptNew(ssh.acceptNew().orElse(false));
    }

    private static Sudo sudo(SshSpec.Sudo sudo) {
        return switch (sudo) {
            case AUTO -> Sudo.AUTO;
            case NONE -> Sudo.NONE;
            case PASSWORDLESS -> Sudo.PASSWORDLESS;
            case PASSWORD -> Sudo.PASSWORD;
        };
    }
}
