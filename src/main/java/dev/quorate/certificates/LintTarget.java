package dev.quorate.certificates;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.Member;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.MemberNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member and the hosts by which it is reached.
 *
 * @param settings of its etcd, where they are known
 */
record LintTarget(String member, List<Host> hosts, Optional<NodeSettings> settings) {

    static final String LOOPBACK = "127.0.0.1";
    static final String LOCALHOST = "localhost";

    /** Whether somebody comes by a host. */
    enum Need {
        NO,
        /** Some may: nothing tells them to. */
        MAYBE,
        YES
    }

    /**
     * @param from what tells of it: {@code listen-peer-urls}
     * @param clients whether clients come by it
     * @param peers whether other members do
     */
    record Host(String name, List<String> from, Need clients, Need peers) {
        Host {
            from = List.copyOf(from);
        }

        Host and(Host other) {
            return new Host(
                    name,
                    Stream.concat(from.stream(), other.from.stream()).distinct().toList(),
                    greater(clients, other.clients),
                    greater(peers, other.peers));
        }

        private static Need greater(Need one, Need other) {
            return one.compareTo(other) < 0 ? other : one;
        }
    }

    LintTarget {
        Map<String, Host> byName = new LinkedHashMap<>();
        hosts.forEach(host -> byName.merge(host.name(), host, Host::and));
        hosts = List.copyOf(byName.values());
    }

    /** What a line or the cluster file says of a member. */
    static LintTarget of(MemberNames member) {
        List<Host> hosts = new ArrayList<>();
        member.names().forEach(name -> hosts.add(host(name.value(), "name", Need.YES, Need.YES)));
        member.publicNames().forEach(name -> hosts.add(host(name.value(), "public", Need.YES, Need.NO)));
        hosts.add(host(LOCALHOST, "loopback", Need.MAYBE, Need.NO));
        hosts.add(host(LOOPBACK, "loopback", Need.MAYBE, Need.NO));
        return new LintTarget(member.name(), hosts, Optional.empty());
    }

    /** What a cluster that runs says of a member. */
    static LintTarget of(Member member) {
        List<Host> hosts = new ArrayList<>();
        ofUrls(member.peerUrls()).forEach(name -> hosts.add(host(name, "peer URL", Need.NO, Need.YES)));
        ofUrls(member.clientUrls()).forEach(name -> hosts.add(host(name, "client URL", Need.YES, Need.NO)));
        return new LintTarget(member.started() ? member.name() : member.hexId(), hosts, Optional.empty());
    }

    /** What a member's own configuration says. */
    static LintTarget of(String member, NodeSettings settings) {
        return new LintTarget(member, new ConfiguredHosts(member, settings).all(), Optional.of(settings));
    }

    /** Names of every certificate that clients see, a load balancer's. */
    LintTarget with(List<AlternativeName> extra) {
        List<Host> more = new ArrayList<>(hosts);
        extra.forEach(name -> more.add(host(name.value(), "extra", Need.YES, Need.NO)));
        return new LintTarget(member, more, settings);
    }

    /** All that several sources say of one member. */
    LintTarget and(LintTarget other) {
        List<Host> both = new ArrayList<>(hosts);
        both.addAll(other.hosts);
        return new LintTarget(member, both, settings.or(other::settings));
    }

    /** The file of an option of its etcd, as it is on the member's host. */
    Optional<String> file(Setting setting) {
        return settings.flatMap(each -> each.get(setting));
    }

    static Host host(String name, String from, Need clients, Need peers) {
        return new Host(name, List.of(from), clients, peers);
    }

    static List<String> ofUrls(Collection<String> urls) {
        return urls.stream().map(url -> new Endpoint(url).host()).distinct().toList();
    }
}
