package dev.quorate.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.nodeconfig.ConfigurationForm;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberSettingsTest {

    private static final ClusterSpec MINIMAL = ClusterSpec.of(
            "prod",
            List.of(
                    NodeSpec.of("etcd1", "10.0.0.1"),
                    NodeSpec.of("etcd2", "10.0.0.2"),
                    NodeSpec.of("etcd3", "fd00::3")));

    @Test
    void minimalClusterListensOnItsAddressAndLoopbackAlone() {
        String file = ConfigurationForm.ENVIRONMENT_FILE.render(
                new MemberSettings(MINIMAL).of(MINIMAL.members().getFirst(), State.NEW), new EtcdVersion(3, 5, 30));

        assertThat(file).isEqualTo("""
                        ETCD_NAME=etcd1
                        ETCD_DATA_DIR=/var/lib/etcd
                        ETCD_LISTEN_PEER_URLS=https://10.0.0.1:2380
                        ETCD_LISTEN_CLIENT_URLS=https://10.0.0.1:2379,https://127.0.0.1:2379
                        ETCD_INITIAL_ADVERTISE_PEER_URLS=https://10.0.0.1:2380
                        ETCD_ADVERTISE_CLIENT_URLS=https://10.0.0.1:2379
                        ETCD_INITIAL_CLUSTER="etcd1=https://10.0.0.1:2380,etcd2=https://10.0.0.2:2380,\
                        etcd3=https://[fd00::3]:2380"
                        ETCD_INITIAL_CLUSTER_STATE=new
                        ETCD_INITIAL_CLUSTER_TOKEN=prod
                        ETCD_CERT_FILE=/etc/etcd/pki/server.crt
                        ETCD_KEY_FILE=/etc/etcd/pki/server.key
                        ETCD_CLIENT_CERT_AUTH=true
                        ETCD_TRUSTED_CA_FILE=/etc/etcd/pki/ca.crt
                        ETCD_PEER_CERT_FILE=/etc/etcd/pki/peer.crt
                        ETCD_PEER_KEY_FILE=/etc/etcd/pki/peer.key
                        ETCD_PEER_CLIENT_CERT_AUTH=true
                        ETCD_PEER_TRUSTED_CA_FILE=/etc/etcd/pki/ca.crt
                        """);
    }

    @Test
    void memberGetsItsOwnCertificatesOnly() {
        List<CertificateFile> files =
                new ClusterCertificates(MINIMAL).filesFor(MINIMAL.members().get(1));

        assertThat(files)
                .extracting(file -> file.stored() + " -> " + file.target())
                .containsExactly(
                        "etcd2-server.crt -> /etc/etcd/pki/server.crt",
                        "etcd2-server.key -> /etc/etcd/pki/server.key",
                        "etcd2-peer.crt -> /etc/etcd/pki/peer.crt",
                        "etcd2-peer.key -> /etc/etcd/pki/peer.key");
    }
}
