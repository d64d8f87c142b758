package dev.quorate;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.EtcdServer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clusters of two sides call differently: addresses, and the ids of several members. In lines {@code $E2} is the
 * endpoint of the second member and {@code $M2} its id; in answers all of them become names.
 */
final class DifferentialNames {

    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final boolean several;

    private DifferentialNames(boolean several) {
        this.several = several;
    }

    /** Only its address, as its ids are those of all sides. */
    static DifferentialNames ofOne(EtcdCluster etcd) {
        var names = new DifferentialNames(false);
        names.names.put(etcd.server(0).authority(), "ENDPOINT");
        return names;
    }

    /** Makes the first member the leader, and so the clusters of two sides alike. */
    static DifferentialNames ofSeveral(EtcdCluster etcd) {
        var names = new DifferentialNames(true);
        for (int i = 1; i <= etcd.servers().size(); i++) {
            EtcdServer server = etcd.server(i - 1);
            names.placeholders.put("$E" + i, server.authority());
            names.names.put(server.authority(), "ENDPOINT" + i);
            names.names.put(server.peerUrl(), "PEER" + i);
        }
        try (EtcdClient client = new JetcdClients().connect(etcd.settings())) {
            MemberList list = client.membership().list(true);
            names.add(list);
            lead(client, etcd, list);
        }
        return names;
    }

    private static void lead(EtcdClient client, EtcdCluster etcd, MemberList list) {
        long wanted = named(list, etcd.server(0)).id();
        long leader = client.maintenance().status(etcd.endpoints().getFirst()).leader();
        if (leader != wanted) {
            int index = list.members().stream()
                    .sorted(Comparator.comparing(Member::name))
                    .map(Member::id)
                    .toList()
                    .indexOf(leader);
            client.maintenance().moveLeader(etcd.endpoints().get(index), wanted);
        }
    }

    private static Member named(MemberList list, EtcdServer server) {
        Optional<Member> found = list.members().stream()
                .filter(member -> member.name().equals(server.name()))
                .findFirst();
        return found.orElseThrow();
    }

    private void add(MemberList list) {
        for (Member member : list.members()) {
            String number = member.name().substring("etcd".length());
            placeholders.put("$M" + number, member.hexId());
            name(member.id(), "MEMBER" + number);
        }
        name(list.header().clusterId(), "CLUSTER");
    }

    private void name(long id, String name) {
        names.put(Long.toHexString(id), name);
        names.put(Long.toUnsignedString(id), name);
    }

    /** Whether {@code words} name an endpoint themselves. */
    boolean namedIn(List<String> words) {
        return several && words.stream().anyMatch(word -> word.startsWith("--endpoints"));
    }

    List<String> filledIn(List<String> words) {
        return words.stream().map(word -> replaced(word, placeholders)).toList();
    }

    String harmonized(String text) {
        String named = replaced(text, names);
        return several ? DifferentialMasks.applyToElections(named) : named;
    }

    private static String replaced(String text, Map<String, String> replacements) {
        String replaced = text;
        for (Map.Entry<String, String> one : replacements.entrySet()) {
            replaced = replaced.replace(one.getKey(), one.getValue());
        }
        return replaced;
    }
}
