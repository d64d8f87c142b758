package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.Advertising;
import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.NodeSpec;
import java.util.HashMap;
import java.util.Map;

/** By which URLs members know each other. */
final class PeerUrls implements Rule {

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        MemberUrls urls = new MemberUrls(spec);
        Map<String, String> seen = new HashMap<>();
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            String url = urls.advertisePeers(member);
            String before = seen.putIfAbsent(url, member.name());
            if (before != null) {
                advice.blocker(
                        "members[" + index + "].names",
                        member.name() + " has the peer URL of " + before + ", " + url
                                + ": etcd refuses such an initial-cluster",
                        "put a name of its own first among its names");
            }
        }
        mixed(spec.configuration().advertising(), advice);
    }

    private static void mixed(Advertising advertising, Advice advice) {
        if (advertising.initialCluster() == advertising.peers()) {
            return;
        }
        String initial = advertising.initialCluster() == By.NAME ? "names" : "addresses";
        String advertised = advertising.peers() == By.NAME ? "names" : "addresses";
        advice.note(
                "configuration.advertise.initial-cluster",
                "initial-cluster has " + initial + " where members advertise " + advertised
                        + ": etcd starts only if each name resolves to that very address on its host",
                "leave initial-cluster out, or see that every host resolves every name");
    }
}
