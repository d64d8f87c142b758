package dev.quorate.nodeconfig;

import dev.quorate.etcd.Endpoint;
import dev.quorate.guard.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a member's configuration tells against its certificates and names. */
public final class ConfigurationChecks {

    private static final Pattern USUAL_TOKENS = Pattern.compile("etcd-cluster(-\\d+)?");

    private final String member;
    private final NodeSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    private ConfigurationChecks(String member, NodeSettings settings) {
        this.member = member;
        this.settings = settings;
    }

    /** @param member that is configured so */
    public static List<Finding> of(String member, NodeSettings settings) {
        ConfigurationChecks checks = new ConfigurationChecks(member, settings);
        checks.port(Setting.LISTEN_CLIENT_URLS, Setting.CERT_FILE, Setting.KEY_FILE);
        checks.port(Setting.LISTEN_PEER_URLS, Setting.PEER_CERT_FILE, Setting.PEER_KEY_FILE);
        checks.trust("client", Setting.CERT_FILE, Setting.CLIENT_CERT_AUTH, Setting.TRUSTED_CA_FILE);
        checks.trust("member", Setting.PEER_CERT_FILE, Setting.PEER_CLIENT_CERT_AUTH, Setting.PEER_TRUSTED_CA_FILE);
        checks.metrics();
        checks.initialCluster();
        checks.ownEntry();
        checks.token();
        checks.dataDirectory();
        return checks.findings;
    }

    private void port(Setting urls, Setting certificate, Setting key) {
        for (String url : settings.list(urls)) {
            if (new Endpoint(url).secure()) {
                require(certificate, url);
                require(key, url);
            } else if (url.startsWith("http://")) {
                findings.add(Finding.warning(
                        member + " listens in the clear on " + url,
                        "write https:// in " + urls.flag() + " of " + member));
            }
        }
    }

    /** Metrics and health ask for no certificate, so clear text is what most have there; it is told, not blamed. */
    private void metrics() {
        for (String url : settings.list(Setting.LISTEN_METRICS_URLS)) {
            if (url.startsWith("http://") && !url.contains("//127.") && !url.contains("//localhost")) {
                findings.add(Finding.note(
                        member + " shows metrics and health in the clear on " + url + " to whoever reaches it",
                        "let a firewall say who may reach it"));
            }
        }
    }

    private void require(Setting setting, String url) {
        if (settings.get(setting).isEmpty()) {
            findings.add(Finding.blocker(
                    member + " listens on " + url + " but has no " + setting.flag() + ", so etcd does not start",
                    "set " + setting.flag() + " of " + member));
        }
    }

    /** A trusted CA alone makes etcd ask for certificates, too (its {@code transport.TLSInfo}). */
    private void trust(String whom, Setting certificate, Setting authentication, Setting authority) {
        if (settings.get(certificate).isEmpty()) {
            return;
        }
        boolean asks = settings.get(authentication).equals(Optional.of("true"));
        if (settings.get(authority).isPresent()) {
            return;
        }
        if (asks) {
            findings.add(Finding.warning(
                    member + " takes a " + whom + " that any CA of its host's system signed",
                    "set " + authority.flag() + " of " + member));
        } else {
            findings.add(Finding.warning(
                    member + " takes any " + whom + ", with a certificate or without",
                    "set " + authentication.flag() + " and " + authority.flag() + " of " + member));
        }
    }

    private void initialCluster() {
        Set<String> names = new HashSet<>();
        Set<String> urls = new HashSet<>();
        for (String entry : settings.list(Setting.INITIAL_CLUSTER)) {
            int equals = entry.indexOf('=');
            names.add(entry.substring(0, Math.max(equals, 0)));
            if (!urls.add(entry.substring(equals + 1))) {
                findings.add(Finding.blocker(
                        "two members of initial-cluster of " + member + " share " + entry.substring(equals + 1),
                        "give each member its own address"));
            }
        }
        if (!names.isEmpty() && !names.contains(member)) {
            findings.add(Finding.blocker(
                    "initial-cluster of " + member + " does not name " + member + " itself",
                    "name it as " + Setting.NAME.flag() + " does"));
        }
    }

    /** Where the two differ etcd resolves both, and refuses to start unless they are one address. */
    private void ownEntry() {
        Optional<String> advertised =
                settings.get(Setting.INITIAL_ADVERTISE_PEER_URLS).filter(urls -> urls.indexOf(',') < 0);
        for (String entry : settings.list(Setting.INITIAL_CLUSTER)) {
            String url = entry.substring(entry.indexOf('=') + 1);
            if (entry.startsWith(member + "=")
                    && advertised.filter(own -> !own.equals(url)).isPresent()) {
                findings.add(Finding.note(
                        "initial-cluster of " + member + " has " + url + " for it, initial-advertise-peer-urls "
                                + advertised.get() + ": etcd starts only if both are one address",
                        "write the same in both"));
            }
        }
    }

    /** Members of two clusters with one token and overlapping addresses take each other for peers. */
    private void token() {
        Optional<String> token = settings.get(Setting.INITIAL_CLUSTER_TOKEN);
        if (settings.get(Setting.INITIAL_CLUSTER).isPresent()
                && token.filter(own -> !USUAL_TOKENS.matcher(own).matches()).isEmpty()) {
            findings.add(Finding.warning(
                    member
                            + token.map(own -> " has the token " + own + ", which many clusters have")
                                    .orElse(
                                            " has no initial-cluster-token, so it has etcd's default as many clusters have"),
                    "set initial-cluster-token of " + member + " to a word of this cluster's own before it is made"));
        }
    }

    /** Whoever cleans or restores the data directory takes away what lies in it. */
    private void dataDirectory() {
        Optional<Path> data = settings.path(Setting.DATA_DIR);
        if (data.isEmpty()) {
            findings.add(Finding.note(
                    member + " has no data-dir: unless its unit sets one, the data is below wherever etcd is started",
                    "set data-dir of " + member + ", such as /var/lib/etcd"));
        }
        for (Setting setting : List.of(Setting.CERT_FILE, Setting.PEER_CERT_FILE)) {
            Optional<Path> file = settings.path(setting);
            if (data.isPresent() && file.isPresent() && file.get().startsWith(data.get())) {
                findings.add(Finding.warning(
                        setting.flag() + " of " + member + " lies in its data directory " + data.get(),
                        "put certificates into a folder of their own, such as /etc/etcd/pki"));
            }
        }
    }
}
