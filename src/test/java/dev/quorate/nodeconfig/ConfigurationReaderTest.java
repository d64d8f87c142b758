package dev.quorate.nodeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads back what we write, and what the usual guides to etcd have people write. */
class ConfigurationReaderTest {

    private static final EtcdVersion VERSION = new EtcdVersion(3, 5, 30);

    private static FoundSettings read(String text) {
        return read(text, Map.of());
    }

    /** @param files that a unit may name */
    private static FoundSettings read(String text, Map<String, String> files) {
        return new ConfigurationReader(path -> Optional.ofNullable(files.get(path.toString()))).read("etcd.conf", text);
    }

    @ParameterizedTest
    @EnumSource(ConfigurationForm.class)
    void readsWhatIsWritten(ConfigurationForm form) {
        NodeSettings settings = everything();

        FoundSettings found = read(form.render(settings, VERSION));

        assertThat(found.settings()).isEqualTo(settings);
        assertThat(found.form()).isEqualTo(form);
        assertThat(found.faults()).isEmpty();
        assertThat(found.others()).isEmpty();
    }

    /** Every option that this version has, with a value of its kind. */
    private static NodeSettings everything() {
        NodeSettings settings = NodeSettings.NONE;
        for (Setting setting : Setting.values()) {
            if (setting.knownTo(VERSION)) {
                settings = settings.with(setting, value(setting));
            }
        }
        return settings.with(Setting.INITIAL_CLUSTER_TOKEN, "my token: \"x\" #1 \\ $HOME");
    }

    private static String value(Setting setting) {
        return switch (setting.kind()) {
            case TEXT -> "text of " + setting.flag();
            case NUMBER -> "42";
            case BOOLEAN -> "true";
            case LIST -> "one,two";
            case DURATION -> "90s";
        };
    }

    @Test
    void readsVariablesAsAPackageOfADistributionHasThem() {
        FoundSettings found = read("""
                ## etcd(1) daemon options
                ETCD_NAME="node-1"
                # ETCD_DATA_DIR
                ETCD_INITIAL_CLUSTER=node-1=https://10.1.1.1:2380,node-2=https://10.1.1.2:2380
                ETCD_LISTEN_CLIENT_URLS='https://10.1.1.1:2379,https://127.0.0.1:2379'
                ETCD_CLIENT_CERT_AUTH=true
                ETCD_WAL_DIR=
                DAEMON_ARGS="--heartbeat-interval 100"
                """);

        assertThat(found.form()).isEqualTo(ConfigurationForm.ENVIRONMENT_FILE);
        assertThat(found.settings())
                .isEqualTo(NodeSettings.NONE
                        .with(Setting.NAME, "node-1")
                        .with(Setting.INITIAL_CLUSTER, "node-1=https://10.1.1.1:2380,node-2=https://10.1.1.2:2380")
                        .with(Setting.LISTEN_CLIENT_URLS, "https://10.1.1.1:2379,https://127.0.0.1:2379")
                        .with(Setting.CLIENT_CERT_AUTH, true));
        assertThat(found.others()).containsEntry("DAEMON_ARGS", "--heartbeat-interval 100");
        assertThat(found.faults()).isEmpty();
    }

    @Test
    void fillsTheVariablesOfAFileIntoTheFlagsOfAUnit() {
        String unit = """
                [Unit]
                Description=etcd
                [Service]
                Type=notify
                EnvironmentFile=/etc/etcd.conf
                ExecStart=/usr/local/bin/etcd --name=${NODE_NAME} \\
                  --initial-advertise-peer-urls=${NODE_ADDRESS} \\
                  --listen-peer-urls=https://0.0.0.0:$PEERS_PORT \\
                  --initial-cluster=${CLUSTER_NODES} --initial-cluster-token ${CLUSTER_TOKEN} \\
                  --peer-cert-file=/etc/etcd/pki/etcd-peer.pem --initial-cluster-state=new
                """;
        String variables = """
                NODE_ADDRESS=https://k8s1-etcd1.k8s.lan:2380
                NODE_NAME=k8s1-etcd1.k8s.lan
                CLUSTER_NODES=k8s1-etcd1.k8s.lan=https://k8s1-etcd1.k8s.lan:2380
                CLUSTER_TOKEN=nKcb5sEMmXdmxzOjmmYK
                CLIENT_PORT=2379
                PEERS_PORT=2380
                """;

        FoundSettings found = read(unit, Map.of("/etc/etcd.conf", variables));

        assertThat(found.form()).isEqualTo(ConfigurationForm.FLAGS);
        assertThat(found.settings())
                .isEqualTo(NodeSettings.NONE
                        .with(Setting.NAME, "k8s1-etcd1.k8s.lan")
                        .with(Setting.INITIAL_ADVERTISE_PEER_URLS, "https://k8s1-etcd1.k8s.lan:2380")
                        .with(Setting.LISTEN_PEER_URLS, "https://0.0.0.0:2380")
                        .with(Setting.INITIAL_CLUSTER, "k8s1-etcd1.k8s.lan=https://k8s1-etcd1.k8s.lan:2380")
                        .with(Setting.INITIAL_CLUSTER_TOKEN, "nKcb5sEMmXdmxzOjmmYK")
                        .with(Setting.PEER_CERT_FILE, "/etc/etcd/pki/etcd-peer.pem")
                        .with(Setting.INITIAL_CLUSTER_STATE, "new"));
    }

    private static final String YAML = """
            name:     etcd1
            data-dir: /var/lib/etcd
            listen-peer-urls:   https://172.28.128.253:2380
            listen-client-urls: https://0.0.0.0:2379
            logger: zap
            log-level: info
            initial-cluster-token: etcd-cluster-0

            # Path to the certificates.
            client-transport-security:
              trusted-ca-file: "/etc/pki/tls/certs/ca.pem"
              cert-file: /etc/etcd/pki/etcd1.pem
              client-cert-auth: True

            peer-transport-security:
              cert-file: /etc/etcd/pki/etcd1-peer.pem
              client-cert-auth: True
              auto-tls: false
            """;

    private static final NodeSettings OF_YAML = NodeSettings.NONE
            .with(Setting.NAME, "etcd1")
            .with(Setting.DATA_DIR, "/var/lib/etcd")
            .with(Setting.LISTEN_PEER_URLS, "https://172.28.128.253:2380")
            .with(Setting.LISTEN_CLIENT_URLS, "https://0.0.0.0:2379")
            .with(Setting.LOGGER, "zap")
            .with(Setting.LOG_LEVEL, "info")
            .with(Setting.INITIAL_CLUSTER_TOKEN, "etcd-cluster-0")
            .with(Setting.TRUSTED_CA_FILE, "/etc/pki/tls/certs/ca.pem")
            .with(Setting.CERT_FILE, "/etc/etcd/pki/etcd1.pem")
            .with(Setting.CLIENT_CERT_AUTH, true)
            .with(Setting.PEER_CERT_FILE, "/etc/etcd/pki/etcd1-peer.pem")
            .with(Setting.PEER_CLIENT_CERT_AUTH, true);

    @Test
    void readsYamlWrittenByHand() {
        FoundSettings found = read(YAML);

        assertThat(found.settings()).isEqualTo(OF_YAML);
        assertThat(found.others()).containsExactly(Map.entry("peer-transport-security.auto-tls", "false"));
        assertThat(found.faults()).isEmpty();
    }

    /** etcd's own order: with a configuration file, flags and variables do not count. */
    @Test
    void aConfigurationFileIsAllThatCounts() {
        String unit = """
                [Service]
                Environment="ETCD_LOG_LEVEL=debug"
                ExecStart=/usr/local/sbin/etcd --name other --config-file /etc/etcd/etcd.conf.yml
                """;

        FoundSettings found = read(unit, Map.of("/etc/etcd/etcd.conf.yml", YAML));

        assertThat(found.form()).isEqualTo(ConfigurationForm.YAML_FILE);
        assertThat(found.settings()).isEqualTo(OF_YAML);
    }

    @Test
    void readsYamlWithQuotesAndEmptyOptions() {
        FoundSettings found = read("""
                # ETCD config yaml sample
                name: "k8s0etcd1"
                wal-dir:
                listen-metrics-urls: "http://10.103.0.101:2381,http://127.0.0.1:2381"
                cipher-suites: [
                  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                  TLS_AES_128_GCM_SHA256
                ]
                grpc-keepalive-interval: 7200000000000
                quota-backend-bytes: 8589934592
                """);

        assertThat(found.settings())
                .isEqualTo(NodeSettings.NONE
                        .with(Setting.NAME, "k8s0etcd1")
                        .with(Setting.LISTEN_METRICS_URLS, "http://10.103.0.101:2381,http://127.0.0.1:2381")
                        .with(Setting.CIPHER_SUITES, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256")
                        .with(Setting.GRPC_KEEPALIVE_INTERVAL, "2h")
                        .with(Setting.QUOTA_BACKEND_BYTES, 8_589_934_592L));
    }

    @Test
    void readsTheFlagsOfAUnit() {
        FoundSettings found = read("""
                [Service]
                User=root
                ExecStart=-/usr/bin/etcd \\
                 --name member-1 \\
                 -data-dir /var/lib/etcd \\
                 --listen-client-urls https://10.0.1.10:2379,https://127.0.0.1:2379 \\
                 --client-cert-auth --trusted-ca-file=/var/lib/etcd/cfssl/ca.pem \\
                 --initial-cluster-state new
                Restart=on-failure

                [Install]
                WantedBy=multi-user.target
                """);

        assertThat(found.settings())
                .isEqualTo(NodeSettings.NONE
                        .with(Setting.NAME, "member-1")
                        .with(Setting.DATA_DIR, "/var/lib/etcd")
                        .with(Setting.LISTEN_CLIENT_URLS, "https://10.0.1.10:2379,https://127.0.0.1:2379")
                        .with(Setting.CLIENT_CERT_AUTH, true)
                        .with(Setting.TRUSTED_CA_FILE, "/var/lib/etcd/cfssl/ca.pem")
                        .with(Setting.INITIAL_CLUSTER_STATE, "new"));
    }

    /** As the package of Red Hat's family starts it. */
    @Test
    void looksThroughAShell() {
        String unit = """
                [Service]
                EnvironmentFile=-/etc/etcd/etcd.conf
                ExecStart=/bin/bash -c "GOMAXPROCS=$(nproc) /usr/bin/etcd --name=\\"${ETCD_NAME}\\""
                """;

        FoundSettings found = read(unit, Map.of("/etc/etcd/etcd.conf", "ETCD_NAME=a\nETCD_LOG_LEVEL=warn\n"));

        assertThat(found.settings())
                .isEqualTo(NodeSettings.NONE.with(Setting.NAME, "a").with(Setting.LOG_LEVEL, "warn"));
    }

    @Test
    void namesEveryFault() {
        FoundSettings found = read("""
                export ETCD_NAME=a
                ETCD_NAME=b
                ETCD_HEARTBEAT_INTERVAL=100ms
                nonsense
                """);

        assertThat(found.settings()).isEqualTo(NodeSettings.NONE.with(Setting.NAME, "b"));
        assertThat(found.faults())
                .containsExactly(
                        "systemd does not read ETCD_NAME: it takes no export before a name",
                        "ETCD_NAME is given twice; the last counts",
                        "\"100ms\" is no value for --heartbeat-interval; it takes a whole number",
                        "\"nonsense\" sets no variable");
    }

    @Test
    void tellsOfAFileThatIsNotHere() {
        FoundSettings found = read("[Service]\nExecStart=/usr/bin/etcd --config-file=/etc/etcd/etcd.yml\n");

        assertThat(found.settings()).isEqualTo(NodeSettings.NONE);
        assertThat(found.faults()).containsExactly("the unit names /etc/etcd/etcd.yml, which is not here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [Service]\\nExecStart=/bin/true | etcd.conf is a unit that does not start etcd
            a: b: c                         | etcd.conf is not YAML that etcd would read: line 1
            'just words'                    | etcd.conf is not YAML that etcd would read: line 1
            """)
    void refusesWhatConfiguresNoEtcd(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a remark", "---"})
    void anEmptyFileSaysNothing(String text) {
        assertThat(read(text).settings()).isEqualTo(NodeSettings.NONE);
    }

    @Test
    void knowsWhatAUnitSays() {
        UnitFile unit = UnitFile.parse("""
                [Unit]
                User=nobody
                [Service]
                User=etcd
                LimitNOFILE=40000
                Environment=A=1 "B=two words"
                EnvironmentFile=-/etc/default/etcd
                ExecStart=/usr/bin/etcd $DAEMON_ARGS
                """);

        assertThat(unit.options()).containsEntry("User", "etcd").containsEntry("LimitNOFILE", "40000");
        assertThat(unit.environment()).containsEntry("A", "1").containsEntry("B", "two words");
        assertThat(unit.environmentFiles()).containsExactly(Path.of("/etc/default/etcd"));
        assertThat(unit.arguments(Map.of("DAEMON_ARGS", "--name x --pre-vote")))
                .containsExactly("--name", "x", "--pre-vote");
    }
}
