package dev.quorate.cluster.adopt;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.remote.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adopts a cluster: what its membership says, then what each host says.
 *
 * @param hosts reaches the host of a member
 */
public record Adopter(Function<NodeSpec, Host> hosts) {

    /**
     * What is asked for.
     *
     * @param name what the cluster shall be called
     * @param version that the members run
     * @param unit that starts etcd on every host; looked for where empty
     * @param ssh how hosts are reached
     */
    public record Request(String name, EtcdVersion version, Optional<String> unit, SshSpec ssh) {}

    /**
     * The members of the membership, each with what SSH connects to.
     *
     * @param ways by the member's name, where it is not the address of the membership
     */
    public static List<NodeSpec> nodes(List<Member> members, Map<String, String> ways) {
        List<NodeSpec> nodes = new ArrayList<>();
        for (Member member : members) {
            FoundUrl url = Stream.concat(member.peerUrls().stream(), member.clientUrls().stream())
                    .map(FoundUrl::parse)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> OperatorException.of(
                            ExitCode.INVALID_INPUT, "member " + member.hexId() + " has no URL that tells its host"));
            String name = member.started() ? member.name() : member.hexId();
            nodes.add(NodeSpec.of(name, url.host()).withHost(Optional.ofNullable(ways.get(name))));
        }
        return nodes;
    }

    /** Looks at every host of {@code nodes}, in order; a host that cannot be read fails the whole. */
    public Adoption adopt(List<NodeSpec> nodes, Request request) throws InterruptedException {
        List<FoundMember> found = new ArrayList<>();
        for (NodeSpec node : nodes) {
            FoundMember member = new MemberLook(hosts.apply(node)).at(node, request.unit());
            found.add(member.placed());
        }
        Adoption adoption = Adoption.of(request.name(), found, request.version(), request.ssh());
        for (String unknown : new FoundCertificates(found).unknown()) {
            adoption = adoption.and(unknown + ": its certificate could not be read; defaults stand in the file");
        }
        return adoption.and(
                "no key was read, and the authority's is not known: take it in with pki import, so that certificates can be renewed");
    }
}
