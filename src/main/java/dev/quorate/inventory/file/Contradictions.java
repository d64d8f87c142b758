package dev.quorate.inventory.file;

import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.ConfigurationSpec.Ports;
import dev.quorate.inventory.ConfigurationSpec.Reach;
import dev.quorate.inventory.ConfigurationSpec.TlsRange;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.ProfileSpec;
import dev.quorate.pki.CertificateProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings that are good each by itself and cannot hold together. */
final class Contradictions {

    private static final Pattern CLUSTER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern MEMBER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

    private final ClusterSpec spec;
    private final Reading reading;
    private final Locations locations;

    private Contradictions(ClusterSpec spec, Reading reading) {
        this.spec = spec;
        this.reading = reading;
        this.locations = reading.locations();
    }

    static void find(ClusterSpec spec, Reading reading) {
        Contradictions contradictions = new Contradictions(spec, reading);
        contradictions.names();
        contradictions.members();
        contradictions.ports();
        contradictions.configuration();
        contradictions.certificates();
        contradictions.others();
    }

    private void names() {
        if (!spec.name().isEmpty() && !CLUSTER_NAME.matcher(spec.name()).matches()) {
            fault("name", "\"" + spec.name() + "\" cannot name a cluster", "use letters, digits, '.', '_' and '-'");
        }
    }

    private void members() {
        each("name", NodeSpec::name, UnaryOperator.identity(), "etcd tells members apart by name: give each its own");
        each(
                "address",
                NodeSpec::address,
                address -> new MemberAddress(address).canonical(),
                "every member needs an address of its own, or its URLs would be the same");
        for (int index = 0; index < spec.members().size(); index++) {
            member("members[" + index + "]", spec.members().get(index));
        }
    }

    private void each(String key, Function<NodeSpec, String> property, UnaryOperator<String> canonical, String remedy) {
        Map<String, String> seen = new HashMap<>();
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            String value = property.apply(member);
            String before = seen.putIfAbsent(canonical.apply(value), "member " + (index + 1));
            if (before != null && !value.isEmpty()) {
                fault(
                        "members[" + index + "]." + key,
                        "member " + (index + 1) + " has the " + key + " of " + before + ", " + value,
                        remedy);
            }
        }
    }

    private void member(String path, NodeSpec member) {
        if (!member.name().isEmpty() && !MEMBER_NAME.matcher(member.name()).matches()) {
            fault(
                    path + ".name",
                    "\"" + member.name() + "\" cannot name a member",
                    "use letters, digits, '.', '_' and '-'; a ',' or '=' would break initial-cluster");
        }
        if (!member.address().isEmpty()) {
            address(path + ".address", new MemberAddress(member.address()));
        }
        member.names().forEach(name -> requireGood(path + ".names", name));
        member.publicNames().forEach(name -> requireGood(path + ".public", name));
    }

    private void address(String path, MemberAddress address) {
        Optional<MemberAddress.Flaw> flaw = address.flaw();
        boolean everywhere = spec.configuration().listening().clients() == Reach.EVERYWHERE
                && spec.configuration().listening().peers() == Reach.EVERYWHERE;
        if (flaw.isPresent()) {
            fault(path, flaw.get().what(), flaw.get().remedy());
        } else if (!everywhere && address.isName()) {
            fault(
                    path,
                    "etcd cannot listen on the name " + address.text(),
                    "write its address and put the name under names; or let configuration.listen be everywhere");
        }
    }

    private void requireGood(String path, String text) {
        if (!AlternativeNames.isGood(text)) {
            fault(
                    path,
                    "\"" + text + "\" is neither an address nor a DNS name",
                    "write an address such as 10.0.0.1 or a name such as etcd1.example.com");
        }
    }

    private void ports() {
        Ports ports = spec.configuration().ports();
        boolean metrics = ports.metrics().isPresent();
        if (ports.client() == ports.peer()) {
            fault("configuration.ports.peer", "clients and peers share port " + ports.peer(), "give each its own");
        }
        if (metrics
                && Set.of(ports.client(), ports.peer()).contains(ports.metrics().getAsInt())) {
            fault(
                    "configuration.ports.metrics",
                    "port " + ports.metrics().getAsInt() + " is taken already",
                    "give metrics a port of their own, 2381 as a rule");
        }
    }

    private void configuration() {
        ConfigurationSpec configuration = spec.configuration();
        if (configuration.form() == Form.FLAGS && locations.has("configuration.file")) {
            fault("configuration.file", "flags need no file", "leave it out, or choose another form");
        }
        TlsRange tls = configuration.tls();
        if (tls.min().isPresent()
                && tls.max().isPresent()
                && tls.min().get().compareTo(tls.max().get()) > 0) {
            fault("configuration.tls.max", "tls.max is below tls.min", "swap them");
        }
    }

    private void certificates() {
        if (reading.hasFaultIn(locations.of("certificates.mode").line())) {
            return;
        }
        CertificatesSpec certificates = spec.certificates();
        Set<CertificateProfile> issued = Profiles.issued(certificates.mode());
        for (CertificateProfile profile : CertificateProfile.values()) {
            String path = "certificates." + profile.word();
            if (!issued.contains(profile) && locations.has(path)) {
                fault(
                        path,
                        "mode " + Words.of(certificates.mode()) + " has no " + profile.word() + " certificates",
                        "it has: " + words(issued));
            }
        }
        if (!Profiles.haveSharedName(certificates.mode()) && locations.has("certificates.shared-name")) {
            fault(
                    "certificates.shared-name",
                    "mode " + Words.of(certificates.mode()) + " has no certificate that members share",
                    "leave it out, or choose another mode");
        }
    }

    private static String words(Set<CertificateProfile> profiles) {
        return String.join(", ", profiles.stream().map(CertificateProfile::word).toList());
    }

    private void others() {
        FirewallSpec firewall = spec.firewall();
        boolean rules = Stream.of("clients", "peers", "metrics").anyMatch(whom -> locations.has("firewall." + whom));
        if (firewall.kind() == FirewallSpec.Kind.NONE && rules) {
            fault(
                    "firewall",
                    "there are firewall rules and no firewall",
                    "choose \"kind: ufw\" or \"kind: firewalld\"");
        }
        if (locations.has("firewall.metrics")
                && spec.configuration().ports().metrics().isEmpty()) {
            fault(
                    "firewall.metrics",
                    "there is no metrics port to be reached",
                    "add it to configuration.ports, metrics: 2381 as a rule");
        }
        if (firewall.kind() != FirewallSpec.Kind.NONE) {
            firewall(firewall);
        }
        spec.profile().ifPresent(this::profile);
    }

    private void firewall(FirewallSpec firewall) {
        sources("firewall.clients", firewall.clients());
        sources("firewall.peers", firewall.peers());
        sources("firewall.metrics", firewall.metrics());
        for (int index = 0; index < spec.members().size(); index++) {
            String address = spec.members().get(index).address();
            if (!address.isEmpty() && new MemberAddress(address).isName()) {
                fault(
                        "members[" + index + "].address",
                        "a firewall cannot let in the name " + address,
                        "write its address and put the name under names");
            }
        }
    }

    private void sources(String path, List<String> sources) {
        for (int index = 0; index < sources.size(); index++) {
            String source = sources.get(index);
            if (!source.equals("any") && !isNetwork(source)) {
                fault(
                        path + "[" + index + "]",
                        "\"" + source + "\" is no address and no network",
                        "write an address, a network such as 10.0.0.0/8, or any");
            }
        }
    }

    private static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        int most = text.indexOf(':') < 0 ? 32 : 128;
        boolean bits = slash < 0
                || (text.substring(slash + 1).matches("\\d{1,3}")
                        && Integer.parseInt(text.substring(slash + 1)) <= most);
        return bits && !new MemberAddress(slash < 0 ? text : text.substring(0, slash)).isName();
    }

    private void profile(ProfileSpec profile) {
        boolean member = profile.client().equals(ProfileSpec.MEMBER);
        if (member && !profile.users().isEmpty()) {
            fault(
                    "profile.users",
                    "users would be given the member's own key, with which they could pose as the member",
                    "name one of certificates.clients as profile.client");
        }
        if (!member && !spec.certificates().clients().contains(profile.client())) {
            fault(
                    "profile.client",
                    "there is no client certificate " + profile.client(),
                    "add it to certificates.clients, or write \"client: member\"");
        }
    }

    private void fault(String path, String message, String remedy) {
        reading.fault(locations.of(path), message, remedy);
    }
}
