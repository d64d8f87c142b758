package dev.quorate.cluster.adopt;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.ServiceSpec;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.ConfigurationReader;
import dev.quorate.nodeconfig.FoundSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.Certificate;
import dev.quorate.pki.PemFiles;
import dev.quorate.provision.ServiceUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is written of one member.
 *
 * @param file that is its own: its configuration, or its unit where that says all
 * @param unit that starts it, if it is there
 */
record WrittenMember(FolderLook look, Path file, Optional<Path> unit) {

    private static final List<Setting> CERTIFICATES =
            List.of(Setting.CERT_FILE, Setting.PEER_CERT_FILE, Setting.TRUSTED_CA_FILE, Setting.PEER_TRUSTED_CA_FILE);

    /** Every configuration is a member's, with the unit that names it or the only one there is; so is a unit that says all. */
    static List<WrittenMember> all(FolderLook look, Path source) {
        List<WrittenMember> members = new ArrayList<>();
        Set<Path> shared = new LinkedHashSet<>();
        for (Path file : look.configurations().keySet()) {
            Optional<Path> unit = unitOf(file, look, source);
            unit.ifPresent(shared::add);
            members.add(new WrittenMember(look, file, unit));
        }
        look.units().keySet().stream()
                .filter(unit -> !shared.contains(unit))
                .map(unit -> new WrittenMember(look, unit, Optional.of(unit)))
                .filter(member -> !member.settings().settings().values().isEmpty())
                .forEach(members::add);
        members.removeIf(member -> member.settings().settings().values().isEmpty());
        return members;
    }

    private static Optional<Path> unitOf(Path file, FolderLook look, Path source) {
        for (Path folder = file.getParent(); folder != null && folder.startsWith(source); folder = folder.getParent()) {
            Path place = folder;
            List<Path> near = look.units().keySet().stream()
                    .filter(unit -> place.equals(unit.getParent()))
                    .toList();
            List<Path> named =
                    near.stream().filter(unit -> names(look, unit, file)).toList();
            List<Path> alike =
                    near.stream().filter(unit -> stem(unit).equals(stem(file))).toList();
            Optional<List<Path>> only = Stream.of(named, alike, near)
                    .filter(units -> units.size() == 1)
                    .findFirst();
            if (only.isPresent()) {
                return only.map(List::getFirst);
            }
        }
        return Optional.empty();
    }

    private static boolean names(FolderLook look, Path unit, Path file) {
        return look.unit(unit).contains("/" + file.getFileName());
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    FoundMember found() {
        FoundSettings settings = settings();
        String name = settings.settings().get(Setting.NAME).orElse(stem(file));
        return new FoundMember(
                        NodeSpec.of(name, host(name, settings)),
                        foundUnit(settings),
                        settings,
                        certificates(name, settings),
                        FoundHost.NONE)
                .placed();
    }

    FoundSettings settings() {
        String text = unit.map(look.units()::get)
                .orElseGet(() -> look.configurations().get(file));
        return new ConfigurationReader(this::named).read(file.toString(), text);
    }

    /** A file that the unit names: beside it or below, else the member's own, where the unit names no other. */
    private Optional<String> named(Path path) {
        Optional<String> own = Optional.ofNullable(look.configurations().get(file));
        if (own.isPresent() && path.getFileName().equals(file.getFileName())) {
            return own;
        }
        Optional<String> beside = look.configurations().entrySet().stream()
                .filter(each -> each.getKey().getFileName().equals(path.getFileName()))
                .map(Map.Entry::getValue)
                .findFirst();
        return beside.isPresent() ? beside : own.filter(text -> isOnly());
    }

    private boolean isOnly() {
        FoundUnit found = FoundUnit.of("etcd", unit.map(look.units()::get).orElse(""), "");
        int files = found.parsed().environmentFiles().size();
        return files + (found.flag("config-file").isPresent() ? 1 : 0) == 1;
    }

    /** The unit, or one as it would be written here; a copy that is called after its member is on no host called so. */
    private FoundUnit foundUnit(FoundSettings settings) {
        if (unit.isPresent()) {
            String name = settings.settings().get(Setting.NAME).orElse("");
            boolean own = !name.isEmpty() && stem(unit.get()).contains(name);
            return FoundUnit.of(own ? ServiceSpec.DEFAULT.name() : stem(unit.get()), look.unit(unit.get()), stem(file));
        }
        boolean options = settings.form() == ConfigurationForm.YAML_FILE;
        Path place = (options ? Form.YAML : Form.ENVIRONMENT).usualFile();
        List<String> command = new ArrayList<>(List.of("/usr/local/bin/etcd"));
        if (options) {
            command.addAll(List.of("--config-file", place.toString()));
        }
        ServiceUnit written =
                new ServiceUnit(ServiceSpec.DEFAULT, options ? Optional.empty() : Optional.of(place), command);
        return FoundUnit.of(ServiceSpec.DEFAULT.name(), written.rendered().content(), "");
    }

    private static String host(String name, FoundSettings settings) {
        Stream<String> advertised = settings.settings().get(Setting.INITIAL_ADVERTISE_PEER_URLS).stream();
        Stream<String> entry = Optional.ofNullable(entries(settings).get(name)).stream();
        return Stream.concat(advertised, entry)
                .flatMap(urls -> FoundUrl.parse(urls.split(",")[0]).stream())
                .map(FoundUrl::host)
                .findFirst()
                .orElse(name);
    }

    /** The members by {@code initial-cluster}, each with its first URL. */
    static Map<String, String> entries(FoundSettings settings) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : settings.settings().list(Setting.INITIAL_CLUSTER)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                entries.putIfAbsent(
                        entry.substring(0, equals).strip(),
                        entry.substring(equals + 1).strip());
            }
        }
        return entries;
    }

    private Map<Path, Certificate> certificates(String name, FoundSettings settings) {
        CertificatePlaces places =
                new CertificatePlaces(look, file, name, entries(settings).keySet());
        Map<Path, Certificate> certificates = new LinkedHashMap<>();
        for (Setting setting : CERTIFICATES) {
            settings.settings()
                    .path(setting)
                    .ifPresent(path -> places.of(path)
                            .flatMap(WrittenMember::certificate)
                            .ifPresent(certificate -> certificates.put(path, certificate)));
        }
        return certificates;
    }

    private static Optional<Certificate> certificate(Path place) {
        try {
            return Optional.of(PemFiles.certificates(place).getFirst());
        } catch (OperatorException e) {
            return Optional.empty();
        }
    }
}
