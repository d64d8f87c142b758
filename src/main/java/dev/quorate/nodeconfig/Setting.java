package dev.quorate.nodeconfig;

import dev.quorate.etcd.EtcdVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An option of etcd. Order is the order of configuration files. The facts are those of {@code server/etcdmain/config.go} and
 * {@code server/embed/config.go} of etcd 3.4 and 3.5.
 */
public enum Setting {
    NAME("name"),
    DATA_DIR("data-dir"),
    WAL_DIR("wal-dir"),
    LISTEN_PEER_URLS("listen-peer-urls"),
    LISTEN_CLIENT_URLS("listen-client-urls"),
    LISTEN_METRICS_URLS("listen-metrics-urls"),
    INITIAL_ADVERTISE_PEER_URLS("initial-advertise-peer-urls"),
    ADVERTISE_CLIENT_URLS("advertise-client-urls"),
    INITIAL_CLUSTER("initial-cluster"),
    INITIAL_CLUSTER_STATE("initial-cluster-state"),
    INITIAL_CLUSTER_TOKEN("initial-cluster-token"),
    DISCOVERY_SRV("discovery-srv"),
    DISCOVERY_SRV_NAME("discovery-srv-name"),
    STRICT_RECONFIG_CHECK("strict-reconfig-check", Kind.BOOLEAN),
    FORCE_NEW_CLUSTER("force-new-cluster", Kind.BOOLEAN),

    CERT_FILE("cert-file", Kind.TEXT, Section.CLIENT, "cert-file"),
    KEY_FILE("key-file", Kind.TEXT, Section.CLIENT, "key-file"),
    CLIENT_CERT_AUTH("client-cert-auth", Kind.BOOLEAN, Section.CLIENT, "client-cert-auth"),
    TRUSTED_CA_FILE("trusted-ca-file", Kind.TEXT, Section.CLIENT, "trusted-ca-file"),
    PEER_CERT_FILE("peer-cert-file", Kind.TEXT, Section.PEER, "cert-file"),
    PEER_KEY_FILE("peer-key-file", Kind.TEXT, Section.PEER, "key-file"),
    PEER_CLIENT_CERT_AUTH("peer-client-cert-auth", Kind.BOOLEAN, Section.PEER, "client-cert-auth"),
    PEER_TRUSTED_CA_FILE("peer-trusted-ca-file", Kind.TEXT, Section.PEER, "trusted-ca-file"),
    CIPHER_SUITES("cipher-suites", Kind.LIST),
    /** Came with 3.5.8 and 3.4.25. */
    TLS_MIN_VERSION("tls-min-version", Kind.TEXT, Support.TLS_VERSIONS),
    TLS_MAX_VERSION("tls-max-version", Kind.TEXT, Support.TLS_VERSIONS),

    HEARTBEAT_INTERVAL("heartbeat-interval", Kind.NUMBER),
    ELECTION_TIMEOUT("election-timeout", Kind.NUMBER),
    INITIAL_ELECTION_TICK_ADVANCE("initial-election-tick-advance", Kind.BOOLEAN),
    PRE_VOTE("pre-vote", Kind.BOOLEAN),
    SNAPSHOT_COUNT("snapshot-count", Kind.NUMBER),
    MAX_SNAPSHOTS("max-snapshots", Kind.NUMBER),
    MAX_WALS("max-wals", Kind.NUMBER),
    QUOTA_BACKEND_BYTES("quota-backend-bytes", Kind.NUMBER),
    MAX_REQUEST_BYTES("max-request-bytes", Kind.NUMBER),
    MAX_TXN_OPS("max-txn-ops", Kind.NUMBER),
    AUTO_COMPACTION_MODE("auto-compaction-mode"),
    AUTO_COMPACTION_RETENTION("auto-compaction-retention"),
    GRPC_KEEPALIVE_MIN_TIME("grpc-keepalive-min-time", Kind.DURATION),
    GRPC_KEEPALIVE_INTERVAL("grpc-keepalive-interval", Kind.DURATION),
    GRPC_KEEPALIVE_TIMEOUT("grpc-keepalive-timeout", Kind.DURATION),

    AUTH_TOKEN("auth-token"),
    AUTH_TOKEN_TTL("auth-token-ttl", Kind.NUMBER),
    BCRYPT_COST("bcrypt-cost", Kind.NUMBER),

    INITIAL_CORRUPT_CHECK("experimental-initial-corrupt-check", Kind.BOOLEAN),
    COMPACT_HASH_CHECK("experimental-compact-hash-check-enabled", Kind.BOOLEAN, Support.SINCE_3_5_5),

    METRICS("metrics"),
    ENABLE_V2("enable-v2", Kind.BOOLEAN, Support.UNTIL_3_6),
    ENABLE_PPROF("enable-pprof", Kind.BOOLEAN),
    LOGGER("logger"),
    LOG_LEVEL("log-level"),
    LOG_OUTPUTS("log-outputs", Kind.LIST);

    /** What its values are. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** Words with commas between them; a sequence in YAML. */
        LIST,
        /** As {@code 5s}; in YAML the number of nanoseconds, as Go reads a duration from JSON. */
        DURATION
    }

    /** The block of the YAML file it stands in. */
    enum Section {
        TOP(""),
        CLIENT("client-transport-security"),
        PEER("peer-transport-security");

        private final String key;

        Section(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final String flag;
    private final Kind kind;
    private final Section section;
    private final String yamlKey;
    private final Support support;

    Setting(String flag) {
        this(flag, Kind.TEXT);
    }

    Setting(String flag, Kind kind) {
        this(flag, kind, Support.ALWAYS);
    }

    Setting(String flag, Kind kind, Support support) {
        this(flag, kind, Section.TOP, flag, support);
    }

    Setting(String flag, Kind kind, Section section, String yamlKey) {
        this(flag, kind, section, yamlKey, Support.ALWAYS);
    }

    Setting(String flag, Kind kind, Section section, String yamlKey, Support support) {
        this.flag = flag;
        this.kind = kind;
        this.section = section;
        this.yamlKey = yamlKey;
        this.support = support;
    }

    /** The setting whose flag, without dashes, is {@code flag}. */
    public static Optional<Setting> ofFlag(String flag) {
        return Arrays.stream(values())
                .filter(setting -> setting.flag.equals(flag))
                .findFirst();
    }

    /** The setting whose environment variable is {@code variable}. */
    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    /** The setting that is {@code key} in the section of the YAML file called {@code section}, empty for the top. */
    static Optional<Setting> ofYaml(String section, String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.section.key().equals(section) && setting.yamlKey.equals(key))
                .findFirst();
    }

    /** Its flag without dashes: {@code peer-cert-file}. */
    public String flag() {
        return flag;
    }

    /** Its environment variable: {@code ETCD_PEER_CERT_FILE}. */
    public String variable() {
        return "ETCD_" + flag.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public Kind kind() {
        return kind;
    }

    Section section() {
        return section;
    }

    /** Its key within its section of the YAML file. */
    String yamlKey() {
        return yamlKey;
    }

    /** Whether an etcd of {@code version} has it. */
    public boolean knownTo(EtcdVersion version) {
        return support.includes(version);
    }
}
