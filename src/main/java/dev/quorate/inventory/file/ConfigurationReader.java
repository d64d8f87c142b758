package dev.quorate.inventory.file;

import dev.quorate.failure.Nearest;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.Advertising;
import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.ConfigurationSpec.Listening;
import dev.quorate.inventory.ConfigurationSpec.Ports;
import dev.quorate.inventory.ConfigurationSpec.Reach;
import dev.quorate.inventory.ConfigurationSpec.TlsRange;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code configuration:}. */
final class ConfigurationReader {

    private static final Pattern TLS_VERSION = Pattern.compile("TLS1\\.[0-3]");
    private static final String TLS_REMEDY = "write TLS1.2 or TLS1.3";

    /** Which settings of the file an option follows from. */
    private static final Map<Setting, String> HAVE_A_PLACE = Map.ofEntries(
            Map.entry(Setting.NAME, "members"),
            Map.entry(Setting.INITIAL_CLUSTER, "members"),
            Map.entry(Setting.DATA_DIR, "configuration.data-directory"),
            Map.entry(Setting.LISTEN_PEER_URLS, "configuration.listen"),
            Map.entry(Setting.LISTEN_CLIENT_URLS, "configuration.listen"),
            Map.entry(Setting.LISTEN_METRICS_URLS, "configuration.ports.metrics"),
            Map.entry(Setting.INITIAL_ADVERTISE_PEER_URLS, "configuration.advertise"),
            Map.entry(Setting.ADVERTISE_CLIENT_URLS, "configuration.advertise"),
            Map.entry(Setting.INITIAL_CLUSTER_TOKEN, "token"),
            Map.entry(Setting.CERT_FILE, "certificates"),
            Map.entry(Setting.KEY_FILE, "certificates"),
            Map.entry(Setting.TRUSTED_CA_FILE, "certificates"),
            Map.entry(Setting.PEER_CERT_FILE, "certificates"),
            Map.entry(Setting.PEER_KEY_FILE, "certificates"),
            Map.entry(Setting.PEER_TRUSTED_CA_FILE, "certificates"),
            Map.entry(Setting.CIPHER_SUITES, "configuration.tls.ciphers"),
            Map.entry(Setting.TLS_MIN_VERSION, "configuration.tls.min"),
            Map.entry(Setting.TLS_MAX_VERSION, "configuration.tls.max"));

    private ConfigurationReader() {}

    static ConfigurationSpec read(Section section) {
        ConfigurationSpec base = ConfigurationSpec.DEFAULT;
        Form form = section.value("form", Words.choice(Form.class), Words.choices(Form.class), base.form());
        ConfigurationSpec configuration = new ConfigurationSpec(
                form,
                section.value("file", Words::absolutePath, Words.ABSOLUTE_PATH, form.usualFile()),
                section.value("data-directory", Words::absolutePath, Words.ABSOLUTE_PATH, base.dataDirectory()),
                ports(section.section("ports")),
                listening(section.section("listen")),
                advertising(section.section("advertise")),
                tls(section.section("tls")),
                options(section.section("options")));
        section.close();
        return configuration;
    }

    private static Ports ports(Section section) {
        Ports ports = new Ports(
                section.value("client", Words::port, Words.PORT, Ports.DEFAULT.client()),
                section.value("peer", Words::port, Words.PORT, Ports.DEFAULT.peer()),
                Optionals.number(section.value("metrics", Words::port, Words.PORT)));
        section.close();
        return ports;
    }

    private static Listening listening(Section section) {
        Listening base = Listening.DEFAULT;
        Listening listening = new Listening(
                section.value("clients", Words.choice(Reach.class), Words.choices(Reach.class), base.clients()),
                section.value("peers", Words.choice(Reach.class), Words.choices(Reach.class), base.peers()),
                section.value("loopback", Words::truth, Words.TRUTH, base.loopback()),
                section.value(
                        "metrics-scheme",
                        word -> Optional.of(word).filter(List.of("http", "https")::contains),
                        "write http or https",
                        base.metricsScheme()));
        section.close();
        return listening;
    }

    private static Advertising advertising(Section section) {
        By peers = by(section, "peers", Advertising.DEFAULT.peers());
        Advertising advertising = new Advertising(
                by(section, "clients", Advertising.DEFAULT.clients()), peers, by(section, "initial-cluster", peers));
        section.close();
        return advertising;
    }

    private static By by(Section section, String key, By byDefault) {
        return section.value(key, Words.choice(By.class), Words.choices(By.class), byDefault);
    }

    private static TlsRange tls(Section section) {
        TlsRange tls = new TlsRange(
                section.value("min", ConfigurationReader::tlsVersion, TLS_REMEDY),
                section.value("max", ConfigurationReader::tlsVersion, TLS_REMEDY),
                section.texts("ciphers", List.of()));
        section.close();
        return tls;
    }

    private static Optional<String> tlsVersion(String word) {
        return Optional.of(word).filter(text -> TLS_VERSION.matcher(text).matches());
    }

    private static Map<Setting, String> options(Section section) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        for (String key : section.anyKeys()) {
            Optional<Setting> setting = Setting.ofFlag(key);
            if (setting.isEmpty()) {
                section.fault(key, "etcd has no option " + key + " that the console knows", suggestion(key));
            } else {
                option(section, setting.get()).ifPresent(value -> options.put(setting.get(), value));
            }
        }
        return options;
    }

    private static Optional<String> option(Section section, Setting setting) {
        String key = setting.flag();
        String place = HAVE_A_PLACE.get(setting);
        if (place != null) {
            section.fault(key, key + " follows from the rest of the file", "set it by " + place);
        }
        Optional<String> value = section.texts(key).map(texts -> String.join(",", texts));
        return value.filter(text -> isValid(section, setting, text));
    }

    private static boolean isValid(Section section, Setting setting, String value) {
        try {
            return !NodeSettings.NONE.with(setting, value).values().isEmpty();
        } catch (OperatorException refused) {
            String hint = refused.failure().hint();
            section.fault(setting.flag(), refused.failure().what(), hint == null ? "see etcd --help" : hint);
            return false;
        }
    }

    private static String suggestion(String key) {
        return Nearest.to(
                        key, Arrays.stream(Setting.values()).map(Setting::flag).toList())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("options are etcd's flags without dashes in front: heartbeat-interval");
    }
}
