package dev.quorate.certificates;

import dev.quorate.etcd.Endpoint;
import dev.quorate.guard.Finding;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a member's configuration tells against its certificates and names. */
final class ConfigurationChecks {

    private final String member;
    private final NodeSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    private ConfigurationChecks(String member, NodeSettings settings) {
        this.member = member;
        this.settings = settings;
    }

    static List<Finding> of(String member, NodeSettings settings) {
        ConfigurationChecks checks = new ConfigurationChecks(member, settings);
        checks.port(Setting.LISTEN_CLIENT_URLS, Setting.CERT_FILE, Setting.KEY_FILE);
        checks.port(Setting.LISTEN_PEER_URLS, Setting.PEER_CERT_FILE, Setting.PEER_KEY_FILE);
        checks.trust("client", Setting.CERT_FILE, Setting.CLIENT_CERT_AUTH, Setting.TRUSTED_CA_FILE);
        checks.trust("member", Setting.PEER_CERT_FILE, Setting.PEER_CLIENT_CERT_AUTH, Setting.PEER_TRUSTED_CA_FILE);
        checks.initialCluster();
        checks.dataDirectory();
        return checks.findings;
    }

    private void port(Setting urls, Setting certificate, Setting key) {
        for (String url : LintTarget.split(settings.get(urls).orElse(""))) {
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
        for (String entry :
                LintTarget.split(settings.get(Setting.INITIAL_CLUSTER).orElse(""))) {
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

    /** Whoever cleans or restores the data directory takes away what lies in it. */
    private void dataDirectory() {
        Optional<Path> data = settings.path(Setting.DATA_DIR);
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
