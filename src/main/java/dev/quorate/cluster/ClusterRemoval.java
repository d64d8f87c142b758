package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.plan.Plan;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.provision.NodeDirectory;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.step.KeepRecord;
import dev.quorate.provision.step.ParkDataDirectory;
import dev.quorate.provision.step.PurgeData;
import dev.quorate.provision.step.RemoveFiles;
import dev.quorate.provision.step.RemoveFirewallRules;
import dev.quorate.provision.step.RemoveGroup;
import dev.quorate.provision.step.RemoveService;
import dev.quorate.provision.step.RemoveUser;
import dev.quorate.provision.step.StopMember;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plan that takes members off their hosts, so that the hosts can be provisioned again. */
final class ClusterRemoval {

    private final ClusterSpec spec;
    private final ClusterHome home;
    private final Toolbox tools;
    private final Programs programs;

    ClusterRemoval(ClusterSpec spec, ClusterHome home, Toolbox tools) {
        this.spec = spec;
        this.home = home;
        this.tools = tools;
        this.programs = new Programs(spec.etcd(), tools);
    }

    /**
     * @param leaving the members to be taken off
     * @param before what must be done first: a member that leaves a cluster that lives on is removed from it
     */
    Plan plan(List<NodeLayout> leaving, List<Stage> before, boolean purge) {
        String mark = Marks.of(tools.clock());
        List<Stage> stages = new ArrayList<>(before);
        stages.add(Stage.parallel(leaving, layout -> new StopMember(layout.node())));
        stages.add(Stage.parallel(
                leaving, layout -> purge ? new PurgeData(layout.node()) : new ParkDataDirectory(layout.node(), mark)));
        stages.add(Stage.parallel(leaving, this::removeService));
        stages.add(Stage.parallel(leaving, this::removeFiles));
        if (spec.firewall().kind() != FirewallSpec.Kind.NONE) {
            stages.add(Stage.parallel(
                    leaving, layout -> new RemoveFirewallRules(layout.firewall(), layout.firewallRules())));
        }
        if (programs.areOurs()) {
            stages.add(Stage.parallel(
                    leaving, layout -> new RemoveFiles(layout.host(), "binaries", layout.programs(), List.of())));
        }
        stages.add(Stage.parallel(
                leaving, layout -> new RemoveUser(layout.host(), spec.service().account())));
        spec.profile()
                .filter(profile -> !profile.users().isEmpty())
                .ifPresent(profile -> stages.add(Stage.parallel(
                        leaving, layout -> new RemoveGroup(layout.host(), profile.group(), profile.users()))));
        stages.add(Stage.of(new KeepRecord(tools.here(), ClusterPlans.JOINED, home.joined(), staying(leaving))));
        return new Plan("cluster down", "run 'cluster down' again", stages);
    }

    private Step removeService(NodeLayout layout) {
        return new RemoveService(
                layout.host(), spec.service().unit(), spec.service().file());
    }

    private Step removeFiles(NodeLayout layout) {
        List<Path> files = new ArrayList<>();
        layout.configurationFile().ifPresent(file -> files.add(file.path()));
        layout.profileFile().ifPresent(file -> files.add(file.path()));
        layout.certificates(home.pki(), home.pki().resolve("ca.crt")).forEach(file -> files.add(file.target()));
        List<Path> directories = layout.directories().reversed().stream()
                .filter(directory -> !directory.shared())
                .map(NodeDirectory::path)
                .toList();
        return new RemoveFiles(layout.host(), "files", files, directories);
    }

    /** Who is left on record as a member; nobody where all leave. */
    private Optional<String> staying(List<NodeLayout> leaving) {
        List<String> gone =
                leaving.stream().map(layout -> layout.member().name()).toList();
        JoinedMembers joined = JoinedMembers.of(home);
        List<String> staying = spec.members().stream()
                .map(member -> member.name())
                .filter(name -> !gone.contains(name) && !joined.isNewcomer(name))
                .toList();
        return JoinedMembers.text(staying);
    }
}
