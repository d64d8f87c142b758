package dev.quorate.cluster;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.FileNames;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files that let etcdctl find the cluster from any directory: all paths are absolute. */
final class EtcdctlFiles {

    private EtcdctlFiles() {}

    static String environment(ClusterSpec spec, Path pki) {
        FileNames client = client(spec);
        return "# etcdctl for the cluster " + spec.name() + "; read it with: . FILE\n"
                + "export ETCDCTL_API=3\n"
                + export("ETCDCTL_ENDPOINTS", endpoints(spec, spec.members()))
                + export("ETCDCTL_CACERT", pki.resolve("ca.crt").toString())
                + export("ETCDCTL_CERT", pki.resolve(client.certificate()).toString())
                + export("ETCDCTL_KEY", pki.resolve(client.key()).toString());
    }

    private static String export(String name, String value) {
        return "export " + name + "=" + quoted(value) + "\n";
    }

    /** Functions, as aliases are not known to scripts: {@code etcdctl_cluster} and {@code etcdctl_node1} and so on. */
    static String aliases(ClusterSpec spec, Path pki) {
        StringBuilder text = new StringBuilder(
                "# etcdctl for the cluster " + spec.name() + " and for each of its members; read it with: . FILE\n");
        text.append(function("etcdctl_cluster", endpoints(spec, spec.members()), spec, pki));
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            text.append("\n# ").append(member.name()).append('\n');
            text.append(function("etcdctl_node" + (index + 1), endpoints(spec, List.of(member)), spec, pki));
        }
        return text.toString();
    }

    private static String function(String name, String endpoints, ClusterSpec spec, Path pki) {
        FileNames client = client(spec);
        return """
                %s() {
                  ETCDCTL_API=3 etcdctl --endpoints=%s \\
                    --cacert=%s \\
                    --cert=%s \\
                    --key=%s "$@"
                }
                """.formatted(
                        name,
                        quoted(endpoints),
                        quoted(pki.resolve("ca.crt").toString()),
                        quoted(pki.resolve(client.certificate()).toString()),
                        quoted(pki.resolve(client.key()).toString()));
    }

    private static String endpoints(ClusterSpec spec, List<NodeSpec> members) {
        MemberUrls urls = new MemberUrls(spec);
        return members.stream().map(urls::advertiseClients).collect(Collectors.joining(","));
    }

    private static FileNames client(ClusterSpec spec) {
        return new ClusterCertificates(spec)
                .plan().requests().stream()
                        .filter(request -> request.profile() == CertificateProfile.CLIENT)
                        .findFirst()
                        .orElseThrow(() -> OperatorException.of(
                                ExitCode.INVALID_INPUT,
                                "cluster " + spec.name() + " has no client certificate",
                                "name one in certificates.clients"))
                        .files();
    }

    private static String quoted(String word) {
        return ShellCommand.reads(word).line();
    }
}
