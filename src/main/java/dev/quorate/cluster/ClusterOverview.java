package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import java.util.List;
import java.util.Locale;

/** What a cluster should be, a row for each member. */
final class ClusterOverview {

    private static final List<String> COLUMNS = List.of("name", "client url", "peer url", "ssh", "zone");

    private ClusterOverview() {}

    static RowsView of(ClusterSpec spec) {
        MemberUrls urls = new MemberUrls(spec);
        List<List<String>> rows = spec.members().stream()
                .map(member -> List.of(
                        member.name(),
                        urls.advertiseClients(member),
                        urls.advertisePeers(member),
                        way(spec, member),
                        member.zone().orElse("-")))
                .toList();
        return new RowsView(COLUMNS, rows, caption(spec));
    }

    private static String way(ClusterSpec spec, NodeSpec member) {
        SshSpec ssh = spec.sshTo(member);
        String user = ssh.user().map(name -> name + "@").orElse("");
        String port = ssh.port().isPresent() ? ":" + ssh.port().getAsInt() : "";
        return user + member.sshHost() + port;
    }

    private static String caption(ClusterSpec spec) {
        return "%s: etcd %s in %s, configured by %s, unit %s as %s, data in %s; certificates: %s in %s"
                .formatted(
                        spec.name(),
                        spec.etcd().version(),
                        spec.etcd().directory(),
                        word(spec.configuration().form()),
                        spec.service().unit(),
                        spec.service().account().user(),
                        spec.configuration().dataDirectory(),
                        word(spec.certificates().mode()),
                        spec.certificates().directory());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
