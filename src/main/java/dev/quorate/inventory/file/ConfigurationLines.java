package dev.quorate.inventory.file;

import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.Advertising;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.ConfigurationSpec.Listening;
import dev.quorate.inventory.ConfigurationSpec.Ports;
import dev.quorate.inventory.ConfigurationSpec.TlsRange;
import dev.quorate.nodeconfig.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code configuration:}. */
final class ConfigurationLines {

    private ConfigurationLines() {}

    static Lines of(ConfigurationSpec configuration) {
        ConfigurationSpec base = ConfigurationSpec.DEFAULT;
        Form form = configuration.form();
        Lines lines = new Lines("  ").word("form", Words.of(form), "yaml", "yaml, environment, flags, variables");
        if (form != Form.FLAGS) {
            lines.word("file", configuration.file(), form.usualFile(), "");
        }
        lines.word("data-directory", configuration.dataDirectory(), base.dataDirectory(), "")
                .setting("ports", ports(configuration.ports()), ports(base.ports()), "metrics: 2381 adds that one")
                .setting("listen", listening(configuration), listening(base), "address or everywhere")
                .setting("advertise", advertising(configuration), advertising(base), "address or name")
                .setting("tls", tls(configuration.tls()), "{}", "min: TLS1.2, max: TLS1.3, ciphers: []");
        return options(lines, configuration.options());
    }

    private static String ports(Ports ports) {
        Map<String, String> fields =
                Lines.fields("client", Integer.toString(ports.client()), "peer", Integer.toString(ports.peer()));
        ports.metrics().ifPresent(port -> fields.put("metrics", Integer.toString(port)));
        return YamlText.of(fields);
    }

    private static String listening(ConfigurationSpec configuration) {
        Listening listening = configuration.listening();
        Map<String, String> fields = Lines.fields(
                "clients", Words.of(listening.clients()),
                "peers", Words.of(listening.peers()),
                "loopback", Boolean.toString(listening.loopback()));
        if (!listening.metricsScheme().equals(Listening.DEFAULT.metricsScheme())) {
            fields.put("metrics-scheme", listening.metricsScheme());
        }
        return YamlText.of(fields);
    }

    private static String advertising(ConfigurationSpec configuration) {
        Advertising advertising = configuration.advertising();
        Map<String, String> fields =
                Lines.fields("clients", Words.of(advertising.clients()), "peers", Words.of(advertising.peers()));
        if (advertising.initialCluster() != advertising.peers()) {
            fields.put("initial-cluster", Words.of(advertising.initialCluster()));
        }
        return YamlText.of(fields);
    }

    private static String tls(TlsRange tls) {
        Map<String, String> fields = new LinkedHashMap<>();
        tls.min().ifPresent(min -> fields.put("min", min));
        tls.max().ifPresent(max -> fields.put("max", max));
        if (!tls.ciphers().isEmpty()) {
            fields.put("ciphers", YamlText.of(tls.ciphers()));
        }
        return YamlText.of(fields);
    }

    private static Lines options(Lines lines, Map<Setting, String> options) {
        if (options.isEmpty()) {
            return lines.setting("options", "{}", "{}", "any other of etcd's flags: quota-backend-bytes: 8589934592");
        }
        Lines nested = new Lines("    ");
        options.forEach((setting, value) -> nested.set(setting.flag(), YamlText.of(value)));
        return lines.block("  options:\n" + nested);
    }
}
