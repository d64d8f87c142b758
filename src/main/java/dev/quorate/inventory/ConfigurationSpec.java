package dev.quorate.inventory;

import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How members are configured.
 *
 * @param file on the host; of no use for flags
 * @param options of etcd by name, on top of what follows from the rest
 */
public record ConfigurationSpec(
        Form form,
        Path file,
        Path dataDirectory,
        Ports ports,
        Listening listening,
        Advertising advertising,
        TlsRange tls,
        Map<Setting, String> options) {

    /** Where etcd reads its options from. */
    public enum Form {
        /** A file of etcd's own: {@code --config-file}. */
        YAML("/etc/etcd/etcd.conf.yml"),
        /** Variables such as {@code ETCD_NAME} in an {@code EnvironmentFile=} of the unit. */
        ENVIRONMENT("/etc/default/etcd"),
        /** All in the unit. */
        FLAGS("/etc/etcd/etcd.conf.yml"),
        /**
         * Flags in the unit, the same on all hosts, that take what differs from variables of an {@code EnvironmentFile=}
         * ({@link MemberVariables}).
         */
        VARIABLES("/etc/etcd.conf");

        private final Path file;

        Form(String file) {
            this.file = Path.of(file);
        }

        /** Where its file is as a rule. */
        public Path usualFile() {
            return file;
        }

        /** The form as {@code nodeconfig} renders it; variables are flags before systemd has put them in. */
        public ConfigurationForm rendered() {
            return switch (this) {
                case YAML -> ConfigurationForm.YAML_FILE;
                case ENVIRONMENT -> ConfigurationForm.ENVIRONMENT_FILE;
                case FLAGS, VARIABLES -> ConfigurationForm.FLAGS;
            };
        }
    }

    /** @param metrics for metrics and health without a client certificate; empty for none */
    public record Ports(int client, int peer, OptionalInt metrics) {
        public static final Ports DEFAULT = new Ports(2379, 2380, OptionalInt.empty());
    }

    /** Which of the addresses of its host a member uses. */
    public enum Reach {
        /** Its own only. */
        ADDRESS,
        /** All of them: {@code 0.0.0.0}. */
        EVERYWHERE
    }

    /**
     * @param loopback whether clients and metrics are served on 127.0.0.1 too
     * @param metricsScheme {@code http} or {@code https}
     */
    public record Listening(Reach clients, Reach peers, boolean loopback, String metricsScheme) {
        public static final Listening DEFAULT = new Listening(Reach.ADDRESS, Reach.ADDRESS, true, "http");
    }

    /** What a URL names a member by. */
    public enum By {
        ADDRESS,
        NAME
    }

    /**
     * @param clients in {@code --advertise-client-urls}
     * @param peers in {@code --initial-advertise-peer-urls}
     * @param initialCluster in {@code --initial-cluster}; where it differs from {@code peers}, etcd compares the addresses
     *     both resolve to
     */
    public record Advertising(By clients, By peers, By initialCluster) {
        public static final Advertising DEFAULT = new Advertising(By.ADDRESS, By.ADDRESS, By.ADDRESS);
    }

    /**
     * @param min {@code TLS1.2}; etcd's default where empty
     * @param ciphers of TLS 1.2; Go's where empty
     */
    public record TlsRange(Optional<String> min, Optional<String> max, List<String> ciphers) {
        public static final TlsRange DEFAULT = new TlsRange(Optional.empty(), Optional.empty(), List.of());

        public TlsRange {
            ciphers = List.copyOf(ciphers);
        }
    }

    public static final ConfigurationSpec DEFAULT = new ConfigurationSpec(
            Form.YAML,
            Form.YAML.usualFile(),
            Path.of("/var/lib/etcd"),
            Ports.DEFAULT,
            Listening.DEFAULT,
            Advertising.DEFAULT,
            TlsRange.DEFAULT,
            Map.of());

    public ConfigurationSpec {
        Map<Setting, String> ordered = new EnumMap<>(Setting.class);
        ordered.putAll(options);
        options = Collections.unmodifiableMap(ordered);
    }
}
