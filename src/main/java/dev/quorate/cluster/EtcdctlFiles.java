package dev.quorate.cluster;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that let etcdctl find the cluster from any directory: all paths are absolute.
 *
 * @param certificate of the client
 */
record EtcdctlFiles(ClusterSpec spec, Path authority, Path certificate, Path key) {

    static EtcdctlFiles of(ClusterSpec spec, EtcdSettings.Tls tls) {
        if (tls.caCertificate().isEmpty()
                || tls.certificate().isEmpty()
                || tls.key().isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "cluster " + spec.name() + " has no client certificate",
                    "name one in certificates.clients");
        }
        return new EtcdctlFiles(
                spec,
                tls.caCertificate().get().toAbsolutePath(),
                tls.certificate().get().toAbsolutePath(),
                tls.key().get().toAbsolutePath());
    }

    String environment() {
        return "# etcdctl for the cluster " + spec.name() + "; read it with: . FILE\n"
                + "export ETCDCTL_API=3\n"
                + export("ETCDCTL_ENDPOINTS", endpoints(spec.members()))
                + export("ETCDCTL_CACERT", authority.toString())
                + export("ETCDCTL_CERT", certificate.toString())
                + export("ETCDCTL_KEY", key.toString());
    }

    private static String export(String name, String value) {
        return "export " + name + "=" + quoted(value) + "\n";
    }

    /** Functions, as aliases are not known to scripts: {@code etcdctl_cluster} and {@code etcdctl_node1} and so on. */
    String aliases() {
        StringBuilder text = new StringBuilder(
                "# etcdctl for the cluster " + spec.name() + " and for each of its members; read it with: . FILE\n");
        text.append(function("etcdctl_cluster", spec.members()));
        for (int index = 0; index < spec.members().size(); index++) {
            NodeSpec member = spec.members().get(index);
            text.append("\n# ").append(member.name()).append('\n');
            text.append(function("etcdctl_node" + (index + 1), List.of(member)));
        }
        return text.toString();
    }

    /** In a shell of its own without the variables, as etcdctl refuses a flag whose variable is set too (etcd#12222). */
    private String function(String name, List<NodeSpec> members) {
        return """
                %s() (
                  unset ETCDCTL_ENDPOINTS ETCDCTL_CACERT ETCDCTL_CERT ETCDCTL_KEY
                  ETCDCTL_API=3 etcdctl --endpoints=%s \\
                    --cacert=%s \\
                    --cert=%s \\
                    --key=%s "$@"
                )
                """.formatted(
                        name,
                        quoted(endpoints(members)),
                        quoted(authority.toString()),
                        quoted(certificate.toString()),
                        quoted(key.toString()));
    }

    private String endpoints(List<NodeSpec> members) {
        MemberUrls urls = new MemberUrls(spec);
        return members.stream().map(urls::advertiseClients).collect(Collectors.joining(","));
    }

    private static String quoted(String word) {
        return ShellCommand.reads(word).line();
    }
}
