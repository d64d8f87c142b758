package dev.quorate.inventory;

import java.util.List;
import java.util.Optional;

/**
 * A member and the host it runs on.
 *
 * @param name of the member in etcd
 * @param address for cluster traffic: an address, or a name where the member listens everywhere
 * @param host what SSH connects to, a public address or a name of {@code ~/.ssh/config}; the address where empty
 * @param names DNS names for cluster traffic, the one to be advertised first
 * @param publicNames names and addresses by which only clients from outside reach it
 * @param zone what it shares a fate with: a hypervisor, a rack, a data centre
 * @param ssh what is different from the cluster's way of SSH
 */
public record NodeSpec(
        String name,
        String address,
        Optional<String> host,
        List<String> names,
        List<String> publicNames,
        Optional<String> zone,
        SshSpec ssh) {

    public NodeSpec {
        names = List.copyOf(names);
        publicNames = List.copyOf(publicNames);
    }

    public static NodeSpec of(String name, String address) {
        return new NodeSpec(name, address, Optional.empty(), List.of(), List.of(), Optional.empty(), SshSpec.UNSET);
    }

    /** What SSH connects to. */
    public String sshHost() {
        return host.orElse(address);
    }

    /** The DNS name it is advertised by: the first of its names, or its own. */
    public String dnsName() {
        return names.isEmpty() ? name : names.getFirst();
    }

    public NodeSpec withHost(Optional<String> newHost) {
        return new NodeSpec(name, address, newHost, names, publicNames, zone, ssh);
    }

    public NodeSpec withNames(List<String> newNames) {
        return new NodeSpec(name, address, host, newNames, publicNames, zone, ssh);
    }

    public NodeSpec withPublicNames(List<String> newNames) {
        return new NodeSpec(name, address, host, names, newNames, zone, ssh);
    }

    public NodeSpec withSsh(SshSpec newSsh) {
        return new NodeSpec(name, address, host, names, publicNames, zone, newSsh);
    }
}
