package dev.quorate.nodeconfig;

import dev.quorate.etcd.EtcdVersion;
import java.nio.file.Path;
import java.util.List;

/** Where etcd reads its options from. A member has one of them. */
public enum ConfigurationForm {
    /** {@code etcd --config-file PATH}; flags and environment are ignored then. */
    YAML_FILE {
        @Override
        public String render(NodeSettings settings, EtcdVersion version) {
            return YamlConfiguration.of(settings.checkedFor(version));
        }

        @Override
        public List<String> arguments(NodeSettings settings, EtcdVersion version, Path file) {
            return List.of("--config-file", file.toString());
        }
    },
    /** Read by whoever starts etcd, systemd as a rule. */
    ENVIRONMENT_FILE {
        @Override
        public String render(NodeSettings settings, EtcdVersion version) {
            return EnvironmentConfiguration.of(settings.checkedFor(version));
        }

        @Override
        public List<String> arguments(NodeSettings settings, EtcdVersion version, Path file) {
            return List.of();
        }
    },
    /** On the command line; there is no file. */
    FLAGS {
        @Override
        public String render(NodeSettings settings, EtcdVersion version) {
            return String.join("\n", FlagConfiguration.of(settings.checkedFor(version))) + "\n";
        }

        @Override
        public List<String> arguments(NodeSettings settings, EtcdVersion version, Path file) {
            return FlagConfiguration.of(settings.checkedFor(version));
        }
    };

    /**
     * The settings written in this form.
     *
     * @throws dev.quorate.failure.OperatorException if an etcd of {@code version} lacks one of them
     */
    public abstract String render(NodeSettings settings, EtcdVersion version);

    /** What stands after {@code etcd} on its command line, if this form was written to {@code file}. */
    public abstract List<String> arguments(NodeSettings settings, EtcdVersion version, Path file);
}
