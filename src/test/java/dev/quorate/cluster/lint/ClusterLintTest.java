package dev.quorate.cluster.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.guard.Severity;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.Example;
import dev.quorate.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterLintTest {

    private static final String SOUND = """
            name: prod
            token: kX2vTq8LmZ4wRb7NcY1s
            members:
              - name: etcd1
                address: 10.0.0.1
              - name: etcd2
                address: 10.0.0.2
              - name: etcd3
                address: 10.0.0.3
            """;

    @Test
    void findsNoFaultWithAPlainClusterOfThree() throws InterruptedException {
        assertThat(lint(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsUnwiseInEachExample(Example example) throws InterruptedException {
        List<LintFinding> findings = lint(example.text());

        Golden.of(ClusterLintTest.class).check(example.word() + ".txt", text(findings));
        assertThat(findings).extracting(LintFinding::severity).doesNotContain(Severity.BLOCKER);
    }

    @Test
    void aFirewallThatSaysWhoCollectsMetricsMustNotSayEverybody() throws InterruptedException {
        String ports = "configuration: {ports: {metrics: 2381}}\n";

        assertThat(text(lint(SOUND + ports + "firewall: {kind: ufw, metrics: [10.0.0.9]}\n")))
                .contains("10:25 note metrics and health are in clear on port 2381 for everyone who reaches it; "
                        + "firewall.metrics says who does, nobody by default");
        assertThat(text(lint(SOUND + ports + "firewall: {kind: ufw, metrics: [any]}\n")))
                .contains("11:23 warning the metrics port, which asks for no certificate, is open to the world");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            maxCharsPerColumn = 400,
            value = {
                "token: etcd-cluster-1 | 10:1 warning the token etcd-cluster-1 is what many clusters have",
                "token: TakenByAnother | 10:1 warning cluster old has the same token",
                "token: my_secret_word | 10:1 note the token reads like a secret",
                "certificates: {directory: /var/lib/etcd/cfssl} | 10:16 warning the certificates are inside the data directory",
                "configuration: {file: /var/lib/etcd/etcd.conf} | 10:17 warning the configuration is inside the data directory",
                "configuration: {data-directory: /tmp/etcd} | 10:17 blocker /tmp/etcd is emptied at boot",
                "configuration: {listen: {clients: everywhere}} | 10:26 warning members listen for clients on every address",
                "configuration: {listen: {peers: everywhere}} | 10:26 warning members listen for peers on every address",
                "configuration: {ports: {metrics: 2381}} | 10:25 warning metrics and health are in clear on port 2381",
                "configuration: {options: {force-new-cluster: true}} | 10:27 blocker force-new-cluster makes each member",
                "configuration: {options: {client-cert-auth: false}} | 10:27 blocker everyone who reaches the client port",
                "configuration: {options: {peer-client-cert-auth: false}} | 10:27 blocker everyone who reaches the peer port",
                "configuration: {options: {strict-reconfig-check: false}} | 10:27 warning a change of the membership",
                "configuration: {options: {enable-pprof: true}} | 10:27 warning profiles of the process are open",
                "configuration: {options: {quota-backend-bytes: 9000000000}} | 10:27 warning a database of more than 8 GiB",
                "configuration: {options: {heartbeat-interval: 500}} | 10:17 blocker election-timeout 1000 is less than five",
                "configuration: {options: {election-timeout: 60000}} | 10:27 blocker election-timeout 60000 is above 50000",
                "configuration: {tls: {min: TLS1.1}} | 10:23 warning TLS1.1 is broken",
                "configuration: {tls: {ciphers: [TLS_NO]}} | 10:23 blocker \"TLS_NO\" is no cipher suite",
                "configuration: {tls: {ciphers: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]}} | 10:23 note TLS_ECDHE_RSA_WITH",
                "configuration: {advertise: {peers: name, initial-cluster: address}} | 10:42 note initial-cluster has addresses",
                "etcd: {version: 3.1.20, programs: [etcd]} | 10:8 warning etcd 3.1.20 has been without mending for years",
                "etcd: {version: 3.4.3, programs: [etcd, etcdutl]} | 10:24 blocker etcd 3.4.3 comes without etcdutl",
                "etcd: {version: 3.5.1} | 10:8 warning etcd 3.5.0 to 3.5.2 may corrupt data",
                "etcd: {version: 4.0.0} | 10:8 warning the console knows no etcd 4.0.0",
                "etcd: {source: /nowhere/etcd.tar.gz} | 10:8 blocker there is no /nowhere/etcd.tar.gz on this machine",
                "service: {user: root} | 10:11 warning etcd runs as root",
                "service: {shell: /bin/nologin} | 10:11 warning few systems have a /bin/nologin",
                "service: {restart: no} | 10:11 warning a member that crashed stays down",
                "service: {after: [network.target]} | 10:11 note network.target is reached before",
                "service: {open-files: 1024} | 10:11 warning 1024 open files are few",
                "service: {name: etcd3, file: /etc/systemd/system/etcd.service} | 10:24 blocker systemd knows a unit by its file",
                "service: {file: /lib/systemd/system/etcd.service} | 10:11 note the unit lies where packages keep theirs",
                "certificates: {mode: one-for-all} | 10:16 warning all members share one key",
                "certificates: {mode: cluster-server} | 10:16 warning all members share the server's key",
                "certificates: {mode: shared-names} | 10:16 note only clients before etcd 3.4 need the names of all members",
                "certificates: {loopback-names: [localhost]} | 10:16 warning members listen on 127.0.0.1, but their certificates",
                "certificates: {clients: []} | 10:16 warning there is no client certificate",
                "certificates: {server: {validity: 5y}} | 10:25 warning server certificates for 1825 days",
                "certificates: {authority: {validity: 30d}} | 10:1 warning certificates outlive their authority of 30 days",
                "certificates: {server: {extended-key-usages: [serverAuth]}} | 10:25 warning server certificates lack clientAuth",
                "certificates: {server: {extended-key-usages: [clientAuth]}} | 10:25 blocker server certificates lack serverAuth",
                "certificates: {peer: {extended-key-usages: [serverAuth]}} | 10:23 blocker peer certificates need serverAuth",
                "certificates: {client: {extended-key-usages: [serverAuth, clientAuth]}} | 10:25 warning client certificates could",
                "certificates: {server: {subject: /CN=etcd1}} | 10:25 warning the certificates etcd1-server, etcd2-server, etcd3-server are all for CN=etcd1",
                "certificates: {clients: [a, b], client: {subject: /CN=app}} | 10:42 warning the certificates a, b are all for CN=app",
                "certificates: {peer: {subject: '/CN=<{member}'}} | 10:23 warning the subject has CN=<etcd1, which looks like a placeholder",
                "certificates: {authority: {subject: '/CN=${name}'}} | 10:28 warning the subject has CN=${name}, which looks like",
                "certificates: {server: {subject: '/ST=San Francisco/L=CA/CN={member}'}} | 10:25 note the subject has L=CA and ST=San",
                "etcd: {directory: /usr/local/sbin} | 10:8 note /usr/local/sbin is on the PATH of root alone",
                "certificates: {server: {crl-urls: [http://localhost/crl]}} | 10:16 warning certificates send clients to localhost",
                "certificates: {server: {file: server.crt}} | 10:25 blocker the certificates etcd1-server and etcd2-server would be",
                "certificates: {peer: {node-file: server.crt}} | 10:1 blocker etcd1-server.crt and etcd1-peer.crt would be the same",
                "certificates: {authority: {import: /nowhere/ca.pem}} | 10:28 blocker there is no /nowhere/ca.pem on this machine",
                "ssh: {accept-new: true} | 10:7 warning host keys are taken unseen",
                "ssh: {identity: /nowhere/id} | 10:7 blocker there is no /nowhere/id on this machine",
                "firewall: {kind: ufw, clients: [any]} | 10:23 warning the client port is open to the world",
                "profile: {client: client} | 10:1 note only root and etcd can read the key of client",
                "profile: {client: member} | 10:11 warning login shells are pointed at the member's key",
            })
    void advisesOn(String setting, String expected) throws InterruptedException {
        List<LintFinding> findings =
                lint((setting.startsWith("token") ? SOUND.replace("token: k", "# k") : SOUND) + setting);

        assertThat(text(findings).lines()).anySatisfy(line -> assertThat(line).startsWith(expected));
    }

    @Test
    void warnsOfZonesAndEvenCounts() throws InterruptedException {
        String six = SOUND.replace("10.0.0.1\n", "10.0.0.1\n    zone: a\n")
                        .replace("10.0.0.2\n", "10.0.0.2\n    zone: a\n")
                        .replace("10.0.0.3\n", "10.0.0.3\n    zone: a\n")
                + "  - {name: e4, address: 10.0.1.1, zone: b}\n"
                + "  - {name: e5, address: 10.0.1.2, zone: b}\n"
                + "  - {name: e6, address: 10.0.1.3, zone: b}\n";

        assertThat(text(lint(six))).isEqualTo("""
                3:1 warning 6 members survive the loss of 2, as 5 do, but each write needs 4 votes instead of 3; \
                take 5 or 7 members; quorum table shows the sums
                6:5 warning if zone a fails, 3 of 6 members are left and 4 are needed: no quorum; \
                spread the members over three zones: of two, one always decides
                13:35 warning if zone b fails, 3 of 6 members are left and 4 are needed: no quorum; \
                spread the members over three zones: of two, one always decides
                """);
    }

    @Test
    void tellsPeersWithOneUrlAndOneHost() throws InterruptedException {
        String text = """
                name: prod
                members:
                  - {name: a, address: 10.0.0.1, names: [same], host: h}
                  - {name: b, address: 10.0.0.2, names: [same], host: h}
                  - {name: c, address: 10.0.0.3, names: [other]}
                configuration: {advertise: {peers: name}}
                """;

        assertThat(lint(text))
                .filteredOn(finding -> finding.severity() == Severity.BLOCKER)
                .extracting(LintFinding::message)
                .containsExactly(
                        "b has the peer URL of a, https://same:2380: etcd refuses such an initial-cluster",
                        "b and a are on the same host, h");
    }

    @Test
    void warnsOfNamesThatLeadNowhereOrElsewhere() throws InterruptedException {
        String text = SOUND.replace("10.0.0.1\n", "10.0.0.1\n    names: [one.lan]\n")
                        .replace("10.0.0.2\n", "10.0.0.2\n    names: [two.lan]\n")
                        .replace("10.0.0.3\n", "10.0.0.3\n    names: [three.lan]\n")
                + "configuration: {advertise: {clients: name}}\n";
        NameResolver resolver =
                names -> names.stream().collect(Collectors.toMap(Function.identity(), name -> switch (name) {
                    case "one.lan" -> List.of("10.0.0.1");
                    case "two.lan" -> List.of("10.9.9.9");
                    default -> List.of();
                }));

        List<LintFinding> findings = new ClusterLint(resolver, Map.of()).check(parse(text));

        assertThat(findings)
                .extracting(LintFinding::message)
                .containsExactly(
                        "the name two.lan resolves to 10.9.9.9 here, not to 10.0.0.2",
                        "the name three.lan does not resolve here");
        assertThat(new ClusterLint(
                                names -> names.stream()
                                        .collect(Collectors.toMap(Function.identity(), name -> List.of())),
                                Map.of())
                        .check(parse(text)))
                .extracting(LintFinding::message)
                .containsExactly("the names one.lan, two.lan, three.lan do not resolve here");
    }

    @Test
    void saysNothingButFaultsOfAFileThatHasThem() throws InterruptedException {
        List<LintFinding> findings = lint(SOUND + "etcd: {version: 3.1.20}\nservice: {usr: root}\n");

        assertThat(findings).extracting(LintFinding::message).containsExactly("there is no setting service.usr");
    }

    private static List<LintFinding> lint(String text) throws InterruptedException {
        return new ClusterLint(NameResolver.OFF, Map.of("old", "TakenByAnother")).check(parse(text));
    }

    private static ClusterDocument parse(String text) {
        return ClusterDocument.parse(Path.of("cluster.yaml"), text);
    }

    private static String text(List<LintFinding> findings) {
        return findings.stream()
                .map(finding -> "%s %s %s; %s\n"
                        .formatted(
                                finding.position(),
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.message(),
                                finding.remedy()))
                .collect(Collectors.joining());
    }
}
