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
        uses.forEach((use, member) -> {
            List<String> addresses = found.get(use.name());
            if (addresses != null) {
                judge(use, member, addresses, advice);
            }
        });
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

    private static void judge(Use use, NodeSpec member, List<String> addresses, Advice advice) {
        if (addresses.isEmpty()) {
            advice.warning(
                    use.path(),
                    "the name " + use.name() + " does not resolve here",
                    "add it to the DNS, or to /etc/hosts here and on every host");
        } else if (isAddress(member.address())
                && !addresses.contains(AlternativeName.of(member.address()).value())) {
            advice.warning(
                    use.path(),
                    "the name %s resolves to %s here, not to %s"
                            .formatted(use.name(), String.join(", ", addresses), member.address()),
                    "mend the DNS or the address: members would talk to another host");
        }
    }
}
