package dev.quorate.certificates;

import dev.quorate.command.Values;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Finding;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.nodeconfig.ConfigurationChecks;
import dev.quorate.nodeconfig.ConfigurationReader;
import dev.quorate.nodeconfig.FoundSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.MemberNames;
import dev.quorate.pki.PkiPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns by which hosts members are reached. What the line gives counts alone; without, all that is known of the cluster: its
 * file, the members' configurations kept with it, and what its members say themselves.
 */
final class TargetSources {

    /** What etcd calls a member that has no name. */
    private static final String NAMELESS = "default";

    private static final long LONGEST = 1 << 20;

    private final KnownMembers members;
    private final Stores stores;
    private final Map<String, LintTarget> targets = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private TargetSources(KnownMembers members, Stores stores) {
        this.members = members;
        this.stores = stores;
    }

    /** @param findings against the sources themselves */
    record Learned(List<LintTarget> targets, List<Finding> findings) {}

    static Learned learn(Values line, KnownMembers members, Stores stores) {
        TargetSources sources = new TargetSources(members, stores);
        sources.learn(line);
        return new Learned(List.copyOf(sources.targets.values()), sources.findings);
    }

    private void learn(Values line) {
        line.get(LintFlags.MEMBERS).forEach(member -> add(LintTarget.of(member)));
        line.get(LintFlags.CONFIGURATIONS).forEach(this::configuration);
        boolean given = line.given(LintFlags.MEMBERS) || line.given(LintFlags.CONFIGURATIONS);
        if (!given || line.given(PkiFlags.CLUSTER_FILE)) {
            stores.clusterSpec(line).ifPresent(this::clusterFile);
        }
        if (!given) {
            stores.configurations(line).forEach(this::configuration);
            askMembers(line);
        }
        if (targets.isEmpty()) {
            findings.add(Finding.note(
                    "no member is known, so no name was checked against a host",
                    "give --member etcd1=10.0.0.1 or --config FILE, or use the cluster"));
        }
    }

    private void askMembers(Values line) {
        if (!line.get(LintFlags.OFFLINE)) {
            members.targets().forEach(this::add);
        }
    }

    private void add(LintTarget target) {
        targets.merge(target.member(), target, LintTarget::and);
    }

    private void clusterFile(ClusterSpec spec) {
        PkiPlan plan = new ClusterCertificates(spec).plan();
        for (MemberNames names : plan.members()) {
            add(LintTarget.of(names).with(plan.extra()));
        }
        MemberSettings settings = new MemberSettings(spec);
        for (NodeSpec member : spec.members()) {
            add(LintTarget.of(member.name(), settings.of(member, MemberSettings.State.NEW)));
        }
    }

    private void configuration(Path file) {
        FoundSettings found = new ConfigurationReader(named -> beside(file, named)).read(file.toString(), text(file));
        found.faults().forEach(fault -> findings.add(Finding.warning(file + ": " + fault, "correct it there")));
        String member = found.settings().get(Setting.NAME).orElse(NAMELESS);
        findings.addAll(ConfigurationChecks.of(member, found.settings()));
        add(LintTarget.of(member, found.settings()));
    }

    /** What a unit names is on its host; a copy beside the unit stands for it. */
    private static Optional<String> beside(Path unit, Path named) {
        Path copy = unit.resolveSibling(String.valueOf(named.getFileName()));
        return Files.isRegularFile(copy) ? Optional.of(text(copy)) : Optional.empty();
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw OperatorException.of(ExitCode.INVALID_INPUT, file + " is too long to configure an etcd");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "cannot read " + file + ": " + e.getMessage())
                            .failure(),
                    e);
        }
    }
}
