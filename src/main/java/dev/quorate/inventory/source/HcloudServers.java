package dev.quorate.inventory.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Servers as {@code hcloud server list -o json} tells them: the private address is for cluster traffic, the public one for
 * SSH.
 */
public final class HcloudServers {

    private HcloudServers() {}

    /** @throws OperatorException if {@code text} is no such list */
    public static Imported parse(String text) {
        JsonNode servers = json(text);
        if (!servers.isArray()) {
            throw refuse("it is no list of servers");
        }
        List<NodeSpec> members = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (JsonNode server : servers) {
            member(server, mistakes).ifPresent(members::add);
        }
        return new Imported(members, mistakes);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw refuse("line " + e.getLocation().getLineNr() + " is no JSON");
        }
    }

    private static OperatorException refuse(String why) {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "these are no servers of hcloud: " + why,
                "give what hcloud server list -o json prints");
    }

    private static Optional<NodeSpec> member(JsonNode server, List<String> mistakes) {
        String name = server.path("name").asText("");
        if (name.isEmpty()) {
            mistakes.add("a server without a name was left out");
            return Optional.empty();
        }
        List<String> privately = privateAddresses(server);
        Optional<String> publicly = publicAddress(server);
        Optional<String> address = privately.stream().findFirst().or(() -> publicly);
        if (address.isEmpty()) {
            mistakes.add(name + " has no address and was left out");
            return Optional.empty();
        }
        remarks(server, name, privately).forEach(mistakes::add);
        return Optional.of(
                NodeSpec.of(name, address.get()).withHost(publicly.filter(host -> !host.equals(address.get()))));
    }

    private static List<String> remarks(JsonNode server, String name, List<String> privately) {
        List<String> remarks = new ArrayList<>();
        String status = server.path("status").asText("running");
        if (!status.equals("running")) {
            remarks.add(name + " is " + status);
        }
        if (privately.isEmpty()) {
            remarks.add(name + " is in no private network: cluster traffic would go over its public address");
        }
        if (privately.size() > 1) {
            remarks.add(name + " is in several private networks: the address of the first was taken, "
                    + privately.getFirst());
        }
        return remarks;
    }

    private static List<String> privateAddresses(JsonNode server) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode network : server.path("private_net")) {
            text(network.path("ip")).ifPresent(addresses::add);
        }
        return addresses;
    }

    /** IPv4 before IPv6, of which a server has a whole network and answers on its first address. */
    private static Optional<String> publicAddress(JsonNode server) {
        JsonNode network = server.path("public_net");
        return text(network.path("ipv4").path("ip"))
                .or(() -> text(network.path("ipv6").path("ip"))
                        .map(ip -> ip.endsWith("::/64") ? ip.replace("/64", "1") : ip))
                .filter(HostTable::isHost);
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isEmpty() && !text.equals("null"));
    }
}
