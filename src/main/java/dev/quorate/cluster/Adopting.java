package dev.quorate.cluster;

import dev.quorate.cluster.adopt.Adopter;
import dev.quorate.cluster.adopt.Adoption;
import dev.quorate.command.Values;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.Look;
import dev.quorate.health.MemberState;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.session.Connections;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adopts the cluster the session is connected to. */
final class Adopting {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final Connections connections;
    private final ClusterHosts hosts;

    Adopting(Connections connections, ClusterHosts hosts) {
        this.connections = connections;
        this.hosts = hosts;
    }

    Adoption adopt(Values line) throws InterruptedException {
        ClusterState state = state();
        List<Member> members = state.members().stream().map(MemberState::member).toList();
        List<NodeSpec> nodes = Adopter.nodes(members, ways(state, line));
        SshSpec ssh = ssh(line);
        String name = line.get(ExchangeCommands.NEW_NAME);
        try (ClusterHosts.Hosts open = hosts.open(ClusterSpec.of(name, nodes).withSsh(ssh))) {
            return new Adopter(open::of)
                    .adopt(nodes, new Adopter.Request(name, version(state), line.get(AdoptCommands.UNIT), ssh));
        }
    }

    private ClusterState state() throws InterruptedException {
        Look look = ClusterProbe.look(connections.client(), LONGEST_LOOK);
        if (look instanceof ClusterState state) {
            return state;
        }
        throw OperatorException.of(
                ExitCode.BAD_CONNECTION,
                "no endpoint answers, so the members are not known" + why((Look.Nothing) look),
                "connect to the cluster first: connect ENDPOINTS --cacert … --cert … --key …");
    }

    private static String why(Look.Nothing nothing) {
        return nothing.replies().stream()
                .flatMap(reply -> reply.failure().stream())
                .map(failure -> ": " + failure.what())
                .findFirst()
                .orElse("");
    }

    /** The oldest among the members that answer. */
    private static EtcdVersion version(ClusterState state) {
        return state.members().stream()
                .flatMap(member -> member.status().stream())
                .flatMap(status -> EtcdVersion.parse(status.version()).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> OperatorException.of(ExitCode.BAD_CONNECTION, "no member tells its version"));
    }

    /** Members whose names only the hosts know, by where they answered from. */
    private static Map<String, String> reached(ClusterState state) {
        Map<String, String> ways = new LinkedHashMap<>();
        for (MemberState member : state.members()) {
            boolean known = Adopter.nodes(List.of(member.member()), Map.of()).stream()
                    .allMatch(node -> resolves(node.address()));
            if (!known) {
                member.endpoint().ifPresent(endpoint -> ways.put(member.name(), endpoint.host()));
            }
        }
        return ways;
    }

    private static boolean resolves(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Map<String, String> ways(ClusterState state, Values line) {
        Map<String, String> ways = reached(state);
        for (String word : line.get(AdoptCommands.HOSTS)) {
            int equals = word.indexOf('=');
            if (equals <= 0 || equals == word.length() - 1) {
                throw OperatorException.of(
                        ExitCode.BAD_ARGUMENTS,
                        "\"" + word + "\" names no member's host",
                        "write MEMBER=HOST, such as etcd1=203.0.113.1");
            }
            ways.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return ways;
    }

    private static SshSpec ssh(Values line) {
        Optional<String> user = line.get(ClusterFlags.SSH_USER);
        SshSpec base = user.map(SshSpec.UNSET::withUser).orElse(SshSpec.UNSET);
        return line.get(AdoptCommands.ACCEPT_NEW) ? base.acceptingNew() : base;
    }
}
