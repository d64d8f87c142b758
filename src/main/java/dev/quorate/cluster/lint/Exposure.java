package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.Listening;
import dev.quorate.inventory.ConfigurationSpec.Ports;
import dev.quorate.inventory.ConfigurationSpec.Reach;
import dev.quorate.inventory.FirewallSpec;
import java.util.List;

/** Who can reach the members. */
final class Exposure implements Rule {

    private static final List<String> EVERYONE = List.of("any", "0.0.0.0/0", "::/0");

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        Listening listening = spec.configuration().listening();
        Ports ports = spec.configuration().ports();
        boolean guarded = spec.firewall().kind() != FirewallSpec.Kind.NONE;
        if (listening.clients() == Reach.EVERYWHERE) {
            wildcard("configuration.listen.clients", "clients", ports.client(), guarded, advice);
        }
        if (listening.peers() == Reach.EVERYWHERE) {
            wildcard("configuration.listen.peers", "peers", ports.peer(), guarded, advice);
        }
        if (ports.metrics().isPresent() && listening.metricsScheme().equals("http")) {
            metrics(ports.metrics().getAsInt(), guarded, advice);
        }
        firewall(spec, advice);
    }

    private static void metrics(int port, boolean guarded, Advice advice) {
        String message = "metrics and health are in clear on port " + port + " for everyone who reaches ";
        if (guarded) {
            advice.note(
                    "configuration.ports.metrics", message + "it", "firewall.metrics says who does, nobody by default");
        } else {
            advice.warning("configuration.ports.metrics", message + "the host", "let a firewall say who may reach it");
        }
    }

    private static void wildcard(String path, String whom, int port, boolean guarded, Advice advice) {
        String message = "members listen for " + whom + " on every address of their hosts, port " + port;
        if (guarded) {
            advice.note(path, message, "the firewall says who reaches it");
        } else {
            advice.warning(path, message, "let them listen on their address alone, or set a firewall");
        }
    }

    private static void firewall(ClusterSpec spec, Advice advice) {
        if (spec.firewall().clients().stream().anyMatch(EVERYONE::contains)) {
            advice.warning(
                    "firewall.clients", "the client port is open to the world", "name the networks of the clients");
        }
        if (spec.firewall().peers().stream().anyMatch(EVERYONE::contains)) {
            advice.warning("firewall.peers", "the peer port is open to the world", "leave it to the members");
        }
        if (spec.firewall().metrics().stream().anyMatch(EVERYONE::contains)) {
            advice.warning(
                    "firewall.metrics",
                    "the metrics port, which asks for no certificate, is open to the world",
                    "name the hosts that collect metrics");
        }
        boolean publicly =
                spec.members().stream().anyMatch(member -> !member.publicNames().isEmpty());
        if (publicly && spec.firewall().kind() == FirewallSpec.Kind.NONE) {
            advice.note(
                    "firewall",
                    "members have public names, and no firewall says who may reach them",
                    "set firewall.kind, or see to it at the provider's");
        }
    }
}
