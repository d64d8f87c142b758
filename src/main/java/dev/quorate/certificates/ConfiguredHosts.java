package dev.quorate.certificates;

import dev.quorate.certificates.LintTarget.Host;
import dev.quorate.certificates.LintTarget.Need;
import dev.quorate.etcd.Endpoint;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** By which hosts a member is reached, as its own configuration tells: where it listens and what it advertises, with TLS. */
final class ConfiguredHosts {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");
    private static final Set<String> ITSELF = Set.of(LintTarget.LOOPBACK, "::1", LintTarget.LOCALHOST);

    private final String member;
    private final NodeSettings settings;
    private final List<Host> hosts = new ArrayList<>();

    ConfiguredHosts(String member, NodeSettings settings) {
        this.member = member;
        this.settings = settings;
    }

    List<Host> all() {
        peers(Setting.LISTEN_PEER_URLS);
        peers(Setting.INITIAL_ADVERTISE_PEER_URLS);
        initialCluster();
        clients(Setting.LISTEN_CLIENT_URLS);
        clients(Setting.ADVERTISE_CLIENT_URLS);
        clients(Setting.LISTEN_METRICS_URLS);
        return hosts;
    }

    private void peers(Setting setting) {
        for (String host : secured(setting)) {
            if (!EVERYWHERE.contains(host)) {
                hosts.add(LintTarget.host(host, setting.flag(), Need.NO, Need.YES));
            }
        }
    }

    /** The others reach it by what stands here until they have heard what it advertises. */
    private void initialCluster() {
        for (String entry : settings.list(Setting.INITIAL_CLUSTER)) {
            if (entry.startsWith(member + "=https://")) {
                String host = new Endpoint(entry.substring(member.length() + 1)).host();
                hosts.add(LintTarget.host(host, Setting.INITIAL_CLUSTER.flag(), Need.NO, Need.YES));
            }
        }
    }

    private void clients(Setting setting) {
        for (String host : secured(setting)) {
            if (!EVERYWHERE.contains(host)) {
                hosts.add(LintTarget.host(host, setting.flag(), Need.YES, Need.NO));
            }
            if (EVERYWHERE.contains(host) || ITSELF.contains(host)) {
                hosts.add(LintTarget.host(LintTarget.LOCALHOST, "loopback", Need.MAYBE, Need.NO));
                hosts.add(LintTarget.host(LintTarget.LOOPBACK, "loopback", Need.MAYBE, Need.NO));
            }
        }
    }

    private List<String> secured(Setting setting) {
        return LintTarget.ofUrls(settings.list(setting).stream()
                .filter(url -> new Endpoint(url).secure())
                .toList());
    }
}
