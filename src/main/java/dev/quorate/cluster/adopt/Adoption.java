package dev.quorate.cluster.adopt;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.nodeconfig.ConfigurationChecks;
import dev.quorate.nodeconfig.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One description of what was found on all hosts.
 *
 * @param remarks what it could not fit in, and what is wrong with what was found; a sentence each
 */
public record Adoption(ClusterSpec spec, List<String> remarks) {

    /** What etcd takes where none is set. */
    public static final String USUAL_TOKEN = "etcd-cluster";

    public Adoption {
        remarks = List.copyOf(remarks);
    }

    /** @param members one at the least; where they differ, the first one counts and the others are remarked on */
    static Adoption of(String name, List<FoundMember> members, EtcdVersion version, SshSpec ssh) {
        FoundCertificates certificates = new FoundCertificates(members);
        FoundMember first = members.getFirst();
        ClusterSpec spec = new ClusterSpec(
                name,
                first.setting(Setting.INITIAL_CLUSTER_TOKEN).orElse(USUAL_TOKEN),
                certificates.named(),
                etcd(first, version),
                new FoundConfiguration(members).spec(),
                new FoundService(first.unit(), first.host()).spec(),
                certificates.spec(),
                ssh,
                FirewallSpec.NONE,
                Optional.empty());
        List<String> remarks = new ArrayList<>();
        remarks.addAll(faults(members));
        differences(members, remarks);
        remarks.addAll(certificates.remarks());
        return new Adoption(spec, remarks);
    }

    Adoption and(String remark) {
        return new Adoption(
                spec, Stream.concat(remarks.stream(), Stream.of(remark)).toList());
    }

    private static EtcdSpec etcd(FoundMember first, EtcdVersion version) {
        Path program = Path.of(first.unit().parsed().command().getFirst());
        Path directory = program.isAbsolute() ? program.getParent() : EtcdSpec.DEFAULT.directory();
        List<FoundHost.Program> programs = first.host().programs();
        Optional<FoundHost.Program> server = programs.stream().findFirst();
        return new EtcdSpec(
                version,
                new EtcdSpec.Source.Present(),
                directory == null ? EtcdSpec.DEFAULT.directory() : directory,
                server.map(FoundHost.Program::owner).orElse(EtcdSpec.DEFAULT.owner()),
                server.map(FoundHost.Program::mode).orElse(EtcdSpec.DEFAULT.mode()),
                programs.isEmpty()
                        ? List.of("etcd", "etcdctl")
                        : programs.stream().map(FoundHost.Program::name).toList());
    }

    /** What is wrong with every member is said once. */
    private static List<String> faults(List<FoundMember> members) {
        Map<String, Set<String>> byMeaning = new LinkedHashMap<>();
        for (FoundMember member : members) {
            List<String> faults = new ArrayList<>();
            faults(member, faults);
            String name = member.member().name();
            faults.forEach(fault -> byMeaning
                    .computeIfAbsent(fault.replace(name, "each member"), meaning -> new LinkedHashSet<>())
                    .add(fault));
        }
        return byMeaning.entrySet().stream()
                .flatMap(each -> members.size() > 1 && each.getValue().size() == members.size()
                        ? Stream.of(each.getKey())
                        : each.getValue().stream())
                .toList();
    }

    private static void faults(FoundMember found, List<String> remarks) {
        String name = found.member().name();
        found.found().faults().forEach(fault -> remarks.add(name + ": " + fault));
        if (found.unit().user().equals("root")) {
            remarks.add(name + ": etcd runs as root, so a fault of its is one of the whole host");
        }
        found.host()
                .profiles()
                .forEach(file -> remarks.add(name + ": " + file + " sets ETCDCTL_*; the cluster file leaves it alone"));
        ConfigurationChecks.of(name, found.found().settings()).forEach(finding -> remarks.add(finding.message()));
        boolean plain = found.urls(Setting.LISTEN_CLIENT_URLS).stream()
                .anyMatch(url -> url.scheme().equals("http") && !url.loopback());
        if (plain) {
            remarks.add(name + ": it serves clients without TLS; the cluster file describes one that does not");
        }
    }

    /** What one member has otherwise than the first, its own names and places apart. */
    private static void differences(List<FoundMember> members, List<String> remarks) {
        FoundMember first = members.getFirst();
        for (FoundMember other : members.subList(1, members.size())) {
            Set<Setting> all = new HashSet<>(first.found().settings().values().keySet());
            all.addAll(other.found().settings().values().keySet());
            String different = Arrays.stream(Setting.values())
                    .filter(all::contains)
                    .filter(FoundConfiguration::isOption)
                    .filter(setting -> !first.setting(setting).equals(other.setting(setting)))
                    .map(Setting::flag)
                    .collect(Collectors.joining(", "));
            if (!different.isEmpty()) {
                remarks.add(other.member().name() + " differs from "
                        + first.member().name() + " in " + different);
            }
        }
    }
}
