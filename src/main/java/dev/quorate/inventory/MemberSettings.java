package dev.quorate.inventory;

import dev.quorate.inventory.ConfigurationSpec.TlsRange;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import java.util.Map;
import java.util.Optional;

/** The options of each member's etcd. */
public record MemberSettings(ClusterSpec spec) {

    /** Whether a member founds its cluster or joins it. */
    public enum State {
        NEW,
        EXISTING;

        String word() {
            return this == NEW ? "new" : "existing";
        }
    }

    /** The options of {@code member}, in every form the same. */
    public NodeSettings of(NodeSpec member, State state) {
        NodeSettings settings = urls(member)
                .with(Setting.NAME, member.name())
                .with(Setting.DATA_DIR, spec.configuration().dataDirectory())
                .with(Setting.INITIAL_CLUSTER_STATE, state.word())
                .with(Setting.INITIAL_CLUSTER_TOKEN, spec.token());
        NodeSettings secured = new ClusterCertificates(spec).applyTo(settings, member);
        return withOptions(withTls(secured));
    }

    private NodeSettings urls(NodeSpec member) {
        MemberUrls urls = new MemberUrls(spec);
        NodeSettings settings = NodeSettings.NONE
                .with(Setting.LISTEN_CLIENT_URLS, urls.listenClients(member))
                .with(Setting.ADVERTISE_CLIENT_URLS, urls.advertiseClients(member))
                .with(Setting.LISTEN_PEER_URLS, urls.listenPeers(member))
                .with(Setting.INITIAL_ADVERTISE_PEER_URLS, urls.advertisePeers(member))
                .with(Setting.INITIAL_CLUSTER, urls.initialCluster());
        return with(settings, Setting.LISTEN_METRICS_URLS, urls.listenMetrics(member));
    }

    private NodeSettings withTls(NodeSettings settings) {
        TlsRange tls = spec.configuration().tls();
        NodeSettings ranged =
                with(with(settings, Setting.TLS_MIN_VERSION, tls.min()), Setting.TLS_MAX_VERSION, tls.max());
        Optional<String> ciphers = Optional.of(String.join(",", tls.ciphers())).filter(list -> !list.isEmpty());
        return with(ranged, Setting.CIPHER_SUITES, ciphers);
    }

    private NodeSettings withOptions(NodeSettings settings) {
        NodeSettings all = settings;
        for (Map.Entry<Setting, String> option : spec.configuration().options().entrySet()) {
            all = all.with(option.getKey(), option.getValue());
        }
        return all;
    }

    private static NodeSettings with(NodeSettings settings, Setting setting, Optional<String> value) {
        return value.map(text -> settings.with(setting, text)).orElse(settings);
    }
}
