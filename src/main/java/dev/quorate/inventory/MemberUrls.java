package dev.quorate.inventory;

import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.ConfigurationSpec.Listening;
import dev.quorate.inventory.ConfigurationSpec.Ports;
import dev.quorate.inventory.ConfigurationSpec.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The URLs of the members of a cluster. */
public record MemberUrls(ClusterSpec spec) {

    private static final String EVERYWHERE = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";

    /** What {@code member} listens on for clients, with commas between. */
    public String listenClients(NodeSpec member) {
        Listening listening = listening();
        List<String> hosts = hosts(member, listening.clients());
        return urls("https", hosts, ports().client());
    }

    public String listenPeers(NodeSpec member) {
        return url("https", host(member, listening().peers()), ports().peer());
    }

    /** What {@code member} listens on for metrics and health, if for anything apart. */
    public Optional<String> listenMetrics(NodeSpec member) {
        if (ports().metrics().isEmpty()) {
            return Optional.empty();
        }
        List<String> hosts = hosts(member, Reach.ADDRESS);
        return Optional.of(
                urls(listening().metricsScheme(), hosts, ports().metrics().getAsInt()));
    }

    public String advertiseClients(NodeSpec member) {
        return url("https", named(member, advertised().clients()), ports().client());
    }

    public String advertisePeers(NodeSpec member) {
        return url("https", named(member, advertised().peers()), ports().peer());
    }

    /** {@code --initial-cluster} of all members. */
    public String initialCluster() {
        return spec.members().stream().map(this::initialEntry).collect(Collectors.joining(","));
    }

    private String initialEntry(NodeSpec member) {
        String host = named(member, advertised().initialCluster());
        return member.name() + "=" + url("https", host, ports().peer());
    }

    private List<String> hosts(NodeSpec member, Reach reach) {
        List<String> hosts = new ArrayList<>();
        hosts.add(host(member, reach));
        if (listening().loopback() && reach == Reach.ADDRESS) {
            hosts.add(LOOPBACK);
        }
        return hosts;
    }

    private static String host(NodeSpec member, Reach reach) {
        return reach == Reach.EVERYWHERE ? EVERYWHERE : member.address();
    }

    private static String named(NodeSpec member, By by) {
        return by == By.NAME ? member.dnsName() : member.address();
    }

    private static String urls(String scheme, List<String> hosts, int port) {
        return hosts.stream().distinct().map(host -> url(scheme, host, port)).collect(Collectors.joining(","));
    }

    private static String url(String scheme, String host, int port) {
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return scheme + "://" + bracketed + ":" + port;
    }

    private Ports ports() {
        return spec.configuration().ports();
    }

    private Listening listening() {
        return spec.configuration().listening();
    }

    private ConfigurationSpec.Advertising advertised() {
        return spec.configuration().advertising();
    }
}
