package dev.quorate.inventory;

import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form in which the unit is the same on every host: its flags take what differs from the variables of a file.
 */
public record MemberVariables(ClusterSpec spec) {

    private static final String ADDRESS = "NODE_ADDRESS";
    private static final String NAME = "NODE_NAME";
    /** {@code --initial-cluster}. */
    public static final String NODES = "CLUSTER_NODES";

    private static final String TOKEN = "CLUSTER_TOKEN";
    private static final String CLIENT_PORT = "CLIENT_PORT";
    private static final String PEER_PORT = "PEERS_PORT";

    /** The lines of the file of {@code member}, name to value. */
    public Map<String, String> of(NodeSpec member) {
        MemberUrls urls = new MemberUrls(spec);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(ADDRESS, urls.advertisePeers(member));
        variables.put(NAME, member.name());
        variables.put(NODES, urls.initialCluster());
        variables.put(TOKEN, spec.token());
        variables.put(CLIENT_PORT, Integer.toString(spec.configuration().ports().client()));
        variables.put(PEER_PORT, Integer.toString(spec.configuration().ports().peer()));
        return variables;
    }

    /** The options of {@code member} with variables, as {@code ExecStart=} takes them, where there is one. */
    public NodeSettings settings(NodeSpec member, State state) {
        NodeSettings settings = new MemberSettings(spec).of(member, state);
        MemberUrls urls = new MemberUrls(spec);
        return settings.with(Setting.NAME, braced(NAME))
                .with(Setting.LISTEN_CLIENT_URLS, withPorts(urls.listenClients(member)))
                .with(Setting.ADVERTISE_CLIENT_URLS, withPorts(urls.advertiseClients(member)))
                .with(Setting.LISTEN_PEER_URLS, withPorts(urls.listenPeers(member)))
                .with(Setting.INITIAL_ADVERTISE_PEER_URLS, braced(ADDRESS))
                .with(Setting.INITIAL_CLUSTER, braced(NODES))
                .with(Setting.INITIAL_CLUSTER_TOKEN, braced(TOKEN));
    }

    /** {@code urls} with variables for the ports. */
    private String withPorts(String urls) {
        List<String> all = new ArrayList<>();
        for (String url : urls.split(",")) {
            int colon = url.lastIndexOf(':');
            String port = url.substring(colon + 1);
            boolean forClients =
                    port.equals(Integer.toString(spec.configuration().ports().client()));
            all.add(url.substring(0, colon + 1) + braced(forClients ? CLIENT_PORT : PEER_PORT));
        }
        return String.join(",", all);
    }

    private static String braced(String variable) {
        return "${" + variable + "}";
    }
}
