package dev.quorate.cluster.adopt;

import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.Advertising;
import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.ConfigurationSpec.Listening;
import dev.quorate.inventory.ConfigurationSpec.Ports;
import dev.quorate.inventory.ConfigurationSpec.Reach;
import dev.quorate.inventory.ConfigurationSpec.TlsRange;
import dev.quorate.nodeconfig.Setting;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How the members were found to be configured. */
record FoundConfiguration(List<FoundMember> members) {

    /** What the rest of the cluster file says. */
    private static final Set<Setting> HAVE_A_PLACE = EnumSet.of(
            Setting.NAME,
            Setting.DATA_DIR,
            Setting.LISTEN_PEER_URLS,
            Setting.LISTEN_CLIENT_URLS,
            Setting.LISTEN_METRICS_URLS,
            Setting.INITIAL_ADVERTISE_PEER_URLS,
            Setting.ADVERTISE_CLIENT_URLS,
            Setting.INITIAL_CLUSTER,
            Setting.INITIAL_CLUSTER_STATE,
            Setting.INITIAL_CLUSTER_TOKEN,
            Setting.CERT_FILE,
            Setting.KEY_FILE,
            Setting.TRUSTED_CA_FILE,
            Setting.PEER_CERT_FILE,
            Setting.PEER_KEY_FILE,
            Setting.PEER_TRUSTED_CA_FILE,
            Setting.CIPHER_SUITES,
            Setting.TLS_MIN_VERSION,
            Setting.TLS_MAX_VERSION);

    /** What is always set. */
    private static final Map<Setting, String> ALWAYS =
            Map.of(Setting.CLIENT_CERT_AUTH, "true", Setting.PEER_CLIENT_CERT_AUTH, "true");

    static boolean isOption(Setting setting) {
        return !HAVE_A_PLACE.contains(setting);
    }

    private FoundMember first() {
        return members.getFirst();
    }

    ConfigurationSpec spec() {
        Form form = form();
        return new ConfigurationSpec(
                form,
                file(form),
                first().path(Setting.DATA_DIR).orElse(ConfigurationSpec.DEFAULT.dataDirectory()),
                ports(),
                listening(),
                advertising(),
                tls(),
                options());
    }

    private Form form() {
        return switch (first().found().form()) {
            case YAML_FILE -> Form.YAML;
            case ENVIRONMENT_FILE -> Form.ENVIRONMENT;
            case FLAGS ->
                first().unit().parsed().command().stream().anyMatch(word -> word.contains("NODE_NAME"))
                        ? Form.VARIABLES
                        : Form.FLAGS;
        };
    }

    private Path file(Form form) {
        Optional<Path> environment =
                first().unit().parsed().environmentFiles().stream().findFirst();
        return switch (form) {
            case YAML -> first().unit().flag("config-file").map(Path::of).orElse(form.usualFile());
            case ENVIRONMENT, VARIABLES -> environment.orElse(form.usualFile());
            case FLAGS -> form.usualFile();
        };
    }

    private Ports ports() {
        return new Ports(
                port(Setting.LISTEN_CLIENT_URLS).orElse(Ports.DEFAULT.client()),
                port(Setting.LISTEN_PEER_URLS).orElse(Ports.DEFAULT.peer()),
                port(Setting.LISTEN_METRICS_URLS));
    }

    private OptionalInt port(Setting setting) {
        return first().urls(setting).stream()
                .map(FoundUrl::port)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private Listening listening() {
        List<FoundUrl> clients = first().urls(Setting.LISTEN_CLIENT_URLS);
        String scheme = first().urls(Setting.LISTEN_METRICS_URLS).stream()
                .map(FoundUrl::scheme)
                .findFirst()
                .orElse(Listening.DEFAULT.metricsScheme());
        return new Listening(
                reach(clients),
                reach(first().urls(Setting.LISTEN_PEER_URLS)),
                reach(clients) == Reach.EVERYWHERE || clients.stream().anyMatch(FoundUrl::loopback),
                scheme);
    }

    private static Reach reach(List<FoundUrl> urls) {
        return urls.stream().anyMatch(FoundUrl::everywhere) ? Reach.EVERYWHERE : Reach.ADDRESS;
    }

    private Advertising advertising() {
        Optional<FoundUrl> entry = first().list(Setting.INITIAL_CLUSTER).stream()
                .map(each -> FoundUrl.parse(each.substring(each.indexOf('=') + 1)))
                .flatMap(Optional::stream)
                .findFirst();
        By peers = by(first().urls(Setting.INITIAL_ADVERTISE_PEER_URLS).stream().findFirst());
        return new Advertising(
                by(first().urls(Setting.ADVERTISE_CLIENT_URLS).stream().findFirst()),
                peers,
                entry.isPresent() ? by(entry) : peers);
    }

    private By by(Optional<FoundUrl> url) {
        boolean byName = url.filter(found -> !found.isAddress())
                .filter(found -> !found.host().equals(first().member().address()))
                .isPresent();
        return byName ? By.NAME : By.ADDRESS;
    }

    private TlsRange tls() {
        return new TlsRange(
                first().setting(Setting.TLS_MIN_VERSION),
                first().setting(Setting.TLS_MAX_VERSION),
                first().list(Setting.CIPHER_SUITES));
    }

    private Map<Setting, String> options() {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        first().found().settings().values().forEach((setting, value) -> {
            if (isOption(setting) && !value.equals(ALWAYS.get(setting))) {
                options.put(setting, value);
            }
        });
        return options;
    }
}
