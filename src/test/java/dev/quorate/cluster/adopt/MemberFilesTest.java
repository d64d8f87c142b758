package dev.quorate.cluster.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.ServiceSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.SpecWriter;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.IssueMode;
import dev.quorate.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tutorials have written when they come to copying files, as folders. */
class MemberFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneFileOfVariablesForEachMember() throws Exception {
        for (int number = 1; number <= 3; number++) {
            write("node-" + number + ".env", """
                    # itâ€™s the environment
                    ETCD_NAME="node-%1$d"
                    ETCD_INITIAL_CLUSTER="node-1=https://10.1.1.1:2380,node-2=https://10.1.1.2:2380,node-3=https://10.1.1.3:2380"
                    ETCD_INITIAL_ADVERTISE_PEER_URLS="https://10.1.1.%1$d:2380"
                    ETCD_LISTEN_PEER_URLS="https://10.1.1.%1$d:2380"
                    ETCD_LISTEN_CLIENT_URLS="https://10.1.1.%1$d:2379,https://127.0.0.1:2379"
                    ETCD_ADVERTISE_CLIENT_URLS="https://10.1.1.%1$d:2379"
                    ETCD_CLIENT_CERT_AUTH="true"
                    ETCD_TRUSTED_CA_FILE="/etc/etcd/ca.crt"
                    ETCD_CERT_FILE="/etc/etcd/server.crt"
                    ETCD_KEY_FILE="/etc/etcd/server.key"
                    ETCD_PEER_CLIENT_CERT_AUTH="true"
                    ETCD_PEER_TRUSTED_CA_FILE="/etc/etcd/ca.crt"
                    ETCD_PEER_CERT_FILE="/etc/etcd/peer.crt"
                    ETCD_PEER_KEY_FILE="/etc/etcd/peer.key"
                    """.formatted(number));
        }

        Adoption adoption = adopt();

        assertThat(adoption.spec().members())
                .containsExactly(
                        NodeSpec.of("node-1", "10.1.1.1"),
                        NodeSpec.of("node-2", "10.1.1.2"),
                        NodeSpec.of("node-3", "10.1.1.3"));
        assertThat(adoption.spec().configuration().form()).isEqualTo(Form.ENVIRONMENT);
        assertThat(adoption.spec().certificates().mode()).isEqualTo(IssueMode.PER_MEMBER);
        assertThat(adoption.spec().certificates().directory()).hasToString("/etc/etcd");
        assertThat(adoption.spec().service()).isEqualTo(ServiceSpec.DEFAULT);
        assertThat(adoption.remarks())
                .containsExactly(
                        "each member has no initial-cluster-token, so it has etcd's default as many clusters have",
                        "each member has no data-dir: unless its unit sets one, the data is below wherever etcd is started",
                        "there is no certificate beside the files: what they should be like is the default");
    }

    @Test
    void readsOneUnitForAllWithVariablesInAFolderForEach() throws Exception {
        write("etcd3.service", """
                [Service]
                User=etcd
                EnvironmentFile=/etc/etcd.conf
                ExecStart=/usr/local/bin/etcd --name ${NODE_NAME} --data-dir /var/lib/etcd \\
                  --listen-client-urls https://0.0.0.0:${CLIENT_PORT} --listen-peer-urls https://0.0.0.0:2380 \\
                  --initial-advertise-peer-urls https://${NODE_ADDRESS}:2380 --initial-cluster ${CLUSTER_NODES} \\
                  --advertise-client-urls https://${NODE_ADDRESS}:${CLIENT_PORT} --initial-cluster-token ${CLUSTER_TOKEN} \\
                  --cert-file /etc/etcd/pki/c.pem --key-file /etc/etcd/pki/c.key --trusted-ca-file /etc/etcd/pki/ca.pem \\
                  --peer-cert-file /etc/etcd/pki/p.pem --peer-key-file /etc/etcd/pki/p.key --peer-trusted-ca-file /etc/etcd/pki/ca.pem
                """);
        for (String name : List.of("a", "b")) {
            write(name + "/etcd.conf", """
                    NODE_ADDRESS=%s.lan
                    NODE_NAME=%s
                    CLUSTER_NODES=a=https://a.lan:2380,b=https://b.lan:2380
                    CLUSTER_TOKEN=abc
                    CLIENT_PORT=2399
                    """.formatted(name, name));
        }

        ClusterSpec spec = adopt().spec();

        assertThat(spec.members()).extracting(NodeSpec::address).containsExactly("a.lan", "b.lan");
        assertThat(spec.token()).isEqualTo("abc");
        assertThat(spec.configuration().form()).isEqualTo(Form.VARIABLES);
        assertThat(spec.configuration().file()).hasToString("/etc/etcd.conf");
        assertThat(spec.configuration().ports().client()).isEqualTo(2399);
        assertThat(spec.service().name()).isEqualTo("etcd3");
    }

    @Test
    void knowsMembersOfWhomOnlyAnotherTells() throws Exception {
        write("etcd.conf.yml", """
                name: etcd1
                data-dir: /var/lib/etcd
                listen-peer-urls: https://172.28.128.253:2380
                listen-client-urls: https://0.0.0.0:2379
                initial-advertise-peer-urls: https://etcd1.vagrant:2380
                advertise-client-urls: https://etcd1.vagrant:2379
                initial-cluster: etcd1=https://etcd1.vagrant:2380,etcd2=https://etcd2.vagrant:2380
                initial-cluster-token: etcd-cluster-0
                client-transport-security: {cert-file: /etc/etcd/etcd1.pem, key-file: /etc/etcd/etcd1.key, trusted-ca-file: /etc/etcd/ca.pem}
                peer-transport-security: {cert-file: /etc/etcd/etcd1.pem, key-file: /etc/etcd/etcd1.key, trusted-ca-file: /etc/etcd/ca.pem}
                """);
        certificate("etcd1.pem", "/O=San Diego/CN=etcd1", "subjectAltName=DNS:etcd1.vagrant");

        Adoption adoption = new MemberFiles(folder.resolve("etcd.conf.yml"))
                .adopt("prod", new EtcdVersion(3, 4, 23), SshSpec.UNSET);

        assertThat(adoption.spec().members()).extracting(NodeSpec::name).containsExactly("etcd1", "etcd2");
        assertThat(adoption.spec().configuration().advertising().clients()).isEqualTo(By.NAME);
        assertThat(adoption.spec().etcd().version()).isEqualTo(new EtcdVersion(3, 4, 23));
        CertificatesSpec certificates = adoption.spec().certificates();
        assertThat(certificates.role(CertificateProfile.COMBINED).template().keyType())
                .hasToString("rsa-2048");
        assertThat(adoption.remarks())
                .contains("etcd2: there is no file of its own; it is as the others say")
                .noneMatch(remark -> remark.contains("no certificate"));
    }

    @Test
    void findsCertificatesInAFolderOfAllMembersAndInOneOfEachBelowIt() throws Exception {
        for (int number = 1; number <= 2; number++) {
            write("etcd" + number + "/etcd.conf.yml", """
                    name: etcd%1$d
                    listen-peer-urls: https://10.1.1.%1$d:2380
                    listen-client-urls: https://10.1.1.%1$d:2379
                    initial-advertise-peer-urls: https://10.1.1.%1$d:2380
                    advertise-client-urls: https://10.1.1.%1$d:2379
                    initial-cluster: etcd1=https://10.1.1.1:2380,etcd2=https://10.1.1.2:2380
                    client-transport-security: {cert-file: /etc/etcd/pki/server.crt, key-file: /etc/etcd/pki/server.key, \
                    trusted-ca-file: /etc/etcd/pki/ca.crt}
                    peer-transport-security: {cert-file: /etc/etcd/pki/peer.crt, key-file: /etc/etcd/pki/peer.key, \
                    trusted-ca-file: /etc/etcd/pki/ca.crt}
                    """.formatted(number));
            String names = "subjectAltName=IP:10.1.1.%1$d,DNS:db%1$d.example.com".formatted(number);
            certificate("pki/etcd" + number + "/server.crt", "/O=San Diego/CN=server", names);
            certificate("pki/etcd" + number + "/peer.crt", "/O=San Diego/CN=peer", names);
        }
        certificate("pki/ca.crt", "/O=San Diego/CN=the authority", "subjectAltName=DNS:ca");

        Adoption adoption = adopt();

        assertThat(adoption.remarks()).noneMatch(remark -> remark.contains("no certificate"));
        CertificatesSpec certificates = adoption.spec().certificates();
        assertThat(certificates.mode()).isEqualTo(IssueMode.PER_MEMBER);
        assertThat(certificates.authority().request().subject()).hasToString("O=San Diego, CN=the authority");
        assertThat(adoption.spec().members())
                .extracting(NodeSpec::names)
                .containsExactly(List.of("db1.example.com"), List.of("db2.example.com"));
    }

    @Test
    void namesTheDefectsOfUnitsWithFlags() throws Exception {
        for (int number = 1; number <= 2; number++) {
            write("member-" + number + ".service", """
                    [Service]
                    User=root
                    ExecStart=/usr/bin/etcd --name member-%1$d --data-dir /var/lib/etcd \\
                     --listen-peer-urls https://10.0.1.1%1$d:2380 --initial-advertise-peer-urls https://10.0.1.1%1$d:2380 \\
                     --listen-client-urls https://10.0.1.1%1$d:2379 --advertise-client-urls https://10.0.1.1%1$d:2379 \\
                     --initial-cluster member-1=https://10.0.1.11:2380,member-2=https://10.0.1.11:2380 --initial-cluster-token t \\
                     --cert-file=/var/lib/etcd/cfssl/s.pem --key-file=/var/lib/etcd/cfssl/s.key --trusted-ca-file=/etc/ca.pem \\
                     --peer-cert-file=/etc/p.pem --peer-key-file=/etc/p.key --peer-trusted-ca-file=/etc/ca.pem
                    """.formatted(number));
        }

        Adoption adoption = adopt();

        assertThat(adoption.spec().service().name()).isEqualTo("etcd");
        assertThat(adoption.spec().members()).extracting(NodeSpec::address).containsExactly("10.0.1.11", "10.0.1.12");
        assertThat(adoption.remarks())
                .contains(
                        "each member: etcd runs as root, so a fault of its is one of the whole host",
                        "two members of initial-cluster of each member share https://10.0.1.11:2380",
                        "cert-file of each member lies in its data directory /var/lib/etcd",
                        "initial-cluster of member-2 has https://10.0.1.11:2380 for it, initial-advertise-peer-urls"
                                + " https://10.0.1.12:2380: etcd starts only if both are one address");
    }

    @Test
    void refusesFoldersOfNoMemberAndOfTwoClusters() throws Exception {
        write("readme.txt", "prose");
        write("cluster.service", "[Service]\nExecStart=/usr/bin/sleep 1\n");

        assertThatThrownBy(this::adopt).hasMessage("nothing in " + folder + " configures a member");

        write("one/etcd.conf.yml", "name: a\nlisten-peer-urls: https://10.0.0.1:2380\n");
        write("two/etcd.conf.yml", "name: a\nlisten-peer-urls: https://10.0.0.2:2380\n");
        assertThatThrownBy(this::adopt).hasMessage(folder.resolve("two/etcd.conf.yml") + " is another a");
    }

    private Adoption adopt() {
        Adoption adoption = new MemberFiles(folder).adopt("prod", new EtcdVersion(3, 5, 30), SshSpec.UNSET);
        String written = SpecWriter.write(adoption.spec(), "imported");
        assertThat(SpecWriter.write(ClusterDocument.parse(Path.of("x"), written).spec(), "imported"))
                .isEqualTo(written);
        return adoption;
    }

    private void certificate(String name, String subject, String extension) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        OpenSsl.output(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                folder.resolve("k.key"),
                "-days",
                "30",
                "-subj",
                subject,
                "-addext",
                extension,
                "-out",
                folder.resolve(name));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
