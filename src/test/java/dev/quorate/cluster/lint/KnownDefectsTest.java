package dev.quorate.cluster.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The faults of the tutorials that the examples were made of and that the examples have not: brought back into their cluster
 * files, each is named.
 */
class KnownDefectsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 600, textBlock = """
                    000 | name: node-1 | name: <node-1 | blocker "<node-1" cannot name a member
                    000 | address: 10.1.1.1 | address: <10.1.1.1 | blocker "<10.1.1.1" is neither an address nor a DNS name
                    000 | host: node-1 | names: [<node-1] | blocker "<node-1" is neither an address nor a DNS name
                    000 | host: node-1 | host: 203.0.113.1 | note clients cannot use 203.0.113.1 of node-1
                    000 | validity: 730d | subject: /CN=<{member} | warning the subject has CN=<node-1
                    000 | token: etcd-000-kX2vTq8LmZ4wRb7NcY1s | token: etcd-cluster | warning the token etcd-cluster is what
                    000 | clients: [client] | clients: [] | warning there is no client certificate
                    001 | localhost, 127.0.0.1 | localhost, 127.0.0.1, "" | blocker certificates.loopback-names has an item
                    001 | clients: [admin] | extra-names: [""] | blocker certificates.extra-names has an item that is no text
                    001 | key: rsa-4096 | key: rsa-4096; | blocker "rsa-4096;" is no value
                    002 | /CN={member} | /CN=etcd1 | warning the certificates etcd1, etcd2, etcd3 are all for
                    002 | [localhost, 127.0.0.1] | [localhost] | warning members listen on 127.0.0.1, but their certificates
                    002 | client: etcdctl | client: member | blocker users would be given the member's own key
                    002 | shell: /sbin/nologin | shell: /bin/nologin | warning few systems have a /bin/nologin
                    001 | directory: /usr/local/bin | directory: /usr/local/sbin | note /usr/local/sbin is on the PATH of root alone
                    002 | etcd-002-Vh5qYd0nWm3xKc9T | etcd-cluster-0 | warning the token etcd-cluster-0 is what many
                    003 | address: 10.103.0.101 | address: 10.103.0.101 172.17.0.1 | blocker "10.103.0.101 172.17.0.1" is neither
                    003 | version: 3.5.16 | version: latest | blocker "latest" is no value for etcd.version
                    003 | max: TLS1.3 | ciphers: [TLS_AES_256_GCM_SHA384TLS_AES_128] | blocker "TLS_AES_256_GCM_SHA384TLS_AES_128"
                    003 | max: TLS1.3 | ciphers: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256] | note TLS_ECDHE_RSA_WITH_AES_128_GCM
                    003 | service: | ssh: {accept-new: true}~service: | warning host keys are taken unseen
                    004 | address: 10.0.1.11 | address: 10.0.1.10 | blocker member 2 has the address of member 1, 10.0.1.10
                    004 | directory: /etc/etcd/pki | directory: /var/lib/etcd/cfssl | warning the certificates are inside
                    004 | user: etcd | user: root | warning etcd runs as root
                    004 | clients: [client] | clients: [client]~  clients: [other] | blocker certificates.clients stands twice
                    004 | [54.93.140.146] | [""] | blocker members[0].public has an item that is no text
                    004 | file: server.pem | extended-key-usages: [serverAuth] | warning server certificates lack clientAuth
                    004 | # firewall:~#   kind: ufw~#   clients: | firewall:~  kind: ufw~  clients: | warning the client port is open
                    """)
    void isNamed(String example, String sound, String defect, String expected) throws InterruptedException {
        String text = Example.valueOf("EXAMPLE_" + example).text();
        int start = text.indexOf(lines(sound));
        assertThat(start).isNotNegative();
        assertThat(lint(text)).noneMatch(finding -> finding.startsWith(expected));

        List<String> findings = lint(text.substring(0, start)
                + lines(defect)
                + text.substring(start + lines(sound).length()));

        assertThat(findings).anyMatch(finding -> finding.startsWith(expected));
    }

    private static String lines(String text) {
        return text.replace('~', '\n');
    }

    private static List<String> lint(String text) throws InterruptedException {
        return new ClusterLint(NameResolver.OFF, Map.of())
                .check(ClusterDocument.parse(Path.of("cluster.yaml"), text)).stream()
                        .map(finding -> finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.message())
                        .toList();
    }
}
