package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.Advertising;
import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.AlternativeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names members are advertised by must lead to them. */
final class ResolvedNames implements Rule {

    private final NameResolver resolver;

    ResolvedNames(NameResolver resolver) {
        this.resolver = resolver;
    }

    /** A name, and which setting it is. */
    private record Use(String path, String name) {}

    @Override
    public void check(ClusterSpec spec, Advice advice) throws InterruptedException {
        Map<Use, NodeSpec> uses = new LinkedHashMap<>();
        for (int index = 0; index < spec.members().size(); index++) {
            collect(spec, index, uses);
        }
        Set<String> names = Set.copyOf(uses.keySet().stream().map(Use::name).toList());
        Map<String, List<String>> found = resolver.resolve(names);
        unknown(uses.keySet(), found, advice);
        uses.forEach((use, member) -> elsewhere(use, member, found.getOrDefault(use.name(), List.of()), advice));
    }

    /** Tells them together, as one missing entry rarely comes alone. */
    private static void unknown(Set<Use> uses, Map<String, List<String>> found, Advice advice) {
        List<Use> unknown = uses.stream()
                .filter(use -> List.of().equals(found.get(use.name())))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<String> names = unknown.stream().map(Use::name).distinct().toList();
        advice.warning(
                unknown.getFirst().path(),
                names.size() == 1
                        ? "the name " + names.getFirst() + " does not resolve here"
                        : "the names " + String.join(", ", names) + " do not resolve here",
                "add what is missing to the DNS, or to /etc/hosts here and on every host");
    }

    private static void collect(ClusterSpec spec, int index, Map<Use, NodeSpec> uses) {
        NodeSpec member = spec.members().get(index);
        Advertising advertising = spec.configuration().advertising();
        if (!isAddress(member.address())) {
            uses.put(new Use("members[" + index + "].address", member.address()), member);
        }
        boolean byName = List.of(advertising.clients(), advertising.peers(), advertising.initialCluster())
                .contains(By.NAME);
        if (byName && !isAddress(member.dnsName())) {
            String key = member.names().isEmpty() ? "name" : "names";
            uses.put(new Use("members[" + index + "]." + key, member.dnsName()), member);
        }
    }

    private static boolean isAddress(String host) {
        return AlternativeName.of(host).kind() == AlternativeName.Kind.IP;
    }

    private static void elsewhere(Use use, NodeSpec member, List<String> addresses, Advice advice) {
        if (!addresses.isEmpty()
                && isAddress(member.address())
                && !addresses.contains(AlternativeName.of(member.address()).value())) {
            advice.warning(
                    use.path(),
                    "the name %s resolves to %s here, not to %s"
                            .formatted(use.name(), String.join(", ", addresses), member.address()),
                    "mend the DNS or the address: members would talk to another host");
        }
    }
}
