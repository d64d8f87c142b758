package dev.quorate.cluster.adopt;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.FileText;
import dev.quorate.nodeconfig.ConfigurationReader;
import dev.quorate.nodeconfig.FoundSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.nodeconfig.UnitFile;
import dev.quorate.pki.Certificate;
import dev.quorate.remote.Host;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the etcd of one host. Changes nothing, and reads no key. */
final class MemberLook {

    private static final List<Setting> CERTIFICATES =
            List.of(Setting.CERT_FILE, Setting.PEER_CERT_FILE, Setting.TRUSTED_CA_FILE, Setting.PEER_TRUSTED_CA_FILE);

    private final Host host;

    MemberLook(Host host) {
        this.host = host;
    }

    /** @param unit that starts etcd; looked for where empty */
    FoundMember at(NodeSpec member, Optional<String> unit) throws InterruptedException {
        FoundUnit found = unit(unit.isPresent() ? unit.get() : runningUnit());
        FoundSettings settings = settings(found);
        return new FoundMember(member, found, settings, certificates(settings), surroundings(found, settings));
    }

    /** What the etcd that {@code unit} starts is configured by, in effect. */
    FoundSettings settings(FoundUnit unit) throws InterruptedException {
        Map<Path, String> files = configurationFiles(unit);
        ConfigurationReader reader = new ConfigurationReader(path -> Optional.ofNullable(files.get(path)));
        return reader.read(unit.name() + ".service on " + host.name(), unit.text());
    }

    private FoundHost surroundings(FoundUnit unit, FoundSettings settings) throws InterruptedException {
        List<Path> keys = Stream.of(Setting.KEY_FILE, Setting.PEER_KEY_FILE)
                .flatMap(setting -> settings.settings().path(setting).stream())
                .distinct()
                .toList();
        Path program = Path.of(unit.parsed().command().getFirst());
        Path directory = program.getParent() == null ? Path.of("/usr/bin") : program.getParent();
        return FoundHost.look(host, unit.user(), directory, keys);
    }

    private String runningUnit() throws InterruptedException {
        String listed = host.run(ShellCommand.reads(
                        "systemctl",
                        "list-units",
                        "--type=service",
                        "--all",
                        "--plain",
                        "--no-legend",
                        "--no-pager",
                        "etcd*"))
                .orThrow()
                .text();
        return listed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.contains(" not-found "))
                .sorted(Comparator.comparing(line -> !line.contains(" active ")))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "no unit on " + host.name() + " is called etcd",
                        "name the unit that starts it: --unit NAME"));
    }

    FoundUnit unit(String name) throws InterruptedException {
        String bare = name.endsWith(".service") ? name.substring(0, name.length() - ".service".length()) : name;
        String text = host.run(ShellCommand.reads("systemctl", "cat", "--no-pager", bare + ".service"))
                .orThrow()
                .text();
        return FoundUnit.of(bare, text, text.matches("(?s).*%[Hl].*") ? hostName() : "");
    }

    private String hostName() throws InterruptedException {
        return host.run(ShellCommand.reads("uname", "-n")).orThrow().text().strip();
    }

    private Map<Path, String> configurationFiles(FoundUnit unit) throws InterruptedException {
        Map<Path, String> files = new LinkedHashMap<>();
        UnitFile parsed = unit.parsed();
        for (Path path : parsed.environmentFiles()) {
            read(path, files);
        }
        Optional<String> configuration = unit.flag("config-file")
                .or(() -> Optional.ofNullable(parsed.environment().get("ETCD_CONFIG_FILE")));
        if (configuration.isPresent()) {
            read(Path.of(configuration.get()), files);
        }
        return files;
    }

    private void read(Path path, Map<Path, String> files) throws InterruptedException {
        if (host.files().stat(path).isPresent()) {
            files.put(path, FileText.of(host.files().read(path)));
        }
    }

    private Map<Path, Certificate> certificates(FoundSettings found) throws InterruptedException {
        Map<Path, Certificate> certificates = new LinkedHashMap<>();
        for (Setting setting : CERTIFICATES) {
            Optional<Path> path = found.settings().path(setting);
            if (path.isPresent()) {
                FoundCertificate.at(host, path.get())
                        .ifPresent(certificate -> certificates.put(path.get(), certificate));
            }
        }
        return certificates;
    }
}
