package dev.quorate.inventory;

import java.util.List;
import java.util.Optional;

/**
 * A cluster as it should be.
 *
 * @param name what the operator calls it; the directory of everything kept of it
 * @param token {@code --initial-cluster-token}; what keeps members of two clusters apart that share addresses
 * @param members in the order of the file
 * @param profile a file for the login shells of the hosts, if one is wanted
 */
public record ClusterSpec(
        String name,
        String token,
        List<NodeSpec> members,
        EtcdSpec etcd,
        ConfigurationSpec configuration,
        ServiceSpec service,
        CertificatesSpec certificates,
        SshSpec ssh,
        FirewallSpec firewall,
        Optional<ProfileSpec> profile) {

    public ClusterSpec {
        members = List.copyOf(members);
    }

    /** A cluster of {@code members} with the default of every setting. */
    public static ClusterSpec of(String name, List<NodeSpec> members) {
        return new ClusterSpec(
                name,
                name,
                members,
                EtcdSpec.DEFAULT,
                ConfigurationSpec.DEFAULT,
                ServiceSpec.DEFAULT,
                CertificatesSpec.DEFAULT,
                SshSpec.DEFAULT,
                FirewallSpec.NONE,
                Optional.empty());
    }

    /** The member called {@code wanted}. */
    public Optional<NodeSpec> member(String wanted) {
        return members.stream().filter(member -> member.name().equals(wanted)).findFirst();
    }

    /** How {@code member} is reached by SSH: the cluster's settings with its own on top. */
    public SshSpec sshTo(NodeSpec member) {
        return ssh.overlaidBy(member.ssh());
    }

    public ClusterSpec withMembers(List<NodeSpec> newMembers) {
        return new ClusterSpec(
                name, token, newMembers, etcd, configuration, service, certificates, ssh, firewall, profile);
    }

    public ClusterSpec withToken(String newToken) {
        return new ClusterSpec(
                name, newToken, members, etcd, configuration, service, certificates, ssh, firewall, profile);
    }

    public ClusterSpec withEtcd(EtcdSpec newEtcd) {
        return new ClusterSpec(
                name, token, members, newEtcd, configuration, service, certificates, ssh, firewall, profile);
    }

    public ClusterSpec withSsh(SshSpec newSsh) {
        return new ClusterSpec(
                name, token, members, etcd, configuration, service, certificates, newSsh, firewall, profile);
    }

    /** The same under another name. */
    public ClusterSpec named(String newName) {
        return new ClusterSpec(
                newName, token, members, etcd, configuration, service, certificates, ssh, firewall, profile);
    }
}
