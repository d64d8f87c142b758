package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberUrls;

/** How a Kubernetes control plane is told of the cluster. The paths are those kubeadm itself would use. */
final class KubeadmStanza {

    private KubeadmStanza() {}

    static String of(ClusterSpec spec) {
        MemberUrls urls = new MemberUrls(spec);
        StringBuilder text = new StringBuilder("""
                # Of kubeadm's ClusterConfiguration. Copy the authority's certificate and a client's certificate and key
                # to these places on each control plane node.
                etcd:
                  external:
                    endpoints:
                """);
        spec.members()
                .forEach(member -> text.append("      - ")
                        .append(urls.advertiseClients(member))
                        .append('\n'));
        return text + """
                    caFile: /etc/kubernetes/pki/etcd/ca.crt
                    certFile: /etc/kubernetes/pki/apiserver-etcd-client.crt
                    keyFile: /etc/kubernetes/pki/apiserver-etcd-client.key
                """.indent(0);
    }
}
