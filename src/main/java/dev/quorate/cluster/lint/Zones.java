package dev.quorate.cluster.lint;

import dev.quorate.etcd.Quorum;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What fails together must not take the quorum along. */
final class Zones implements Rule {

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        Map<String, List<Integer>> zones = new LinkedHashMap<>();
        List<String> without = new ArrayList<>();
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            if (member.zone().isPresent()) {
                zones.computeIfAbsent(member.zone().get(), zone -> new ArrayList<>())
                        .add(index);
            } else {
                without.add(member.name());
            }
        }
        zones.forEach((zone, members) -> zone(spec, zone, members, zones.size(), advice));
        if (!zones.isEmpty() && !without.isEmpty()) {
            advice.note(
                    "members",
                    String.join(", ", without) + " has no zone, so its loss cannot be reckoned",
                    "give each member the zone it shares a fate with");
        }
        sharedHosts(spec, advice);
    }

    private static void zone(ClusterSpec spec, String zone, List<Integer> members, int zones, Advice advice) {
        int all = spec.members().size();
        int left = all - members.size();
        int needed = new Quorum(all, all).needed();
        if (left >= needed || all == 1) {
            return;
        }
        advice.warning(
                "members[" + members.getFirst() + "].zone",
                "if zone %s fails, %d of %d members are left and %d are needed: no quorum"
                        .formatted(zone, left, all, needed),
                zones < 3
                        ? "spread the members over three zones: of two, one always decides"
                        : "move members from " + zone + " to the other zones");
    }

    private static void sharedHosts(ClusterSpec spec, Advice advice) {
        Map<String, String> hosts = new LinkedHashMap<>();
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            String way = member.sshHost() + ":" + spec.sshTo(member).port().orElse(22);
            String before = hosts.putIfAbsent(way, member.name());
            if (before != null) {
                advice.blocker(
                        "members[" + index + "].host",
                        member.name() + " and " + before + " are on the same host, " + member.sshHost(),
                        "give each member a host of its own");
            }
        }
    }
}
