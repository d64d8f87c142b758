package dev.quorate.cluster;

import dev.quorate.cluster.ClusterHosts.Hosts;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.plan.Plan;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.PlanRunner;
import dev.quorate.plan.Stage;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.step.RemoveMember;
import dev.quorate.remote.AuditedHost;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostAudit;
import dev.quorate.remote.ReadOnlyHost;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;

/** Builds the cluster of a cluster file on its hosts, compares it with the file, and takes it down. */
public final class ClusterBuild {

    private static final int WIDTH = 16;

    private final ClusterHosts hosts;
    private final Toolbox tools;
    private final HostAudit audit;

    public ClusterBuild(ClusterHosts hosts, Toolbox tools, HostAudit audit) {
        this.hosts = hosts;
        this.tools = tools;
        this.audit = audit;
    }

    /** A plan for the members of a cluster on their hosts. */
    @FunctionalInterface
    private interface Planning {
        Plan of(List<NodeLayout> layouts);
    }

    /** Does {@code work} while no other console can change the cluster. */
    void alone(ClusterHome home, String command, ClusterLock.Work work) throws Exception {
        ClusterLock.during(home, command, tools.clock(), work);
    }

    /** What {@link #up} would do. Cannot change anything. */
    PlanReport look(ClusterSpec spec, ClusterHome home, Permission permission) {
        refuseNewcomers(spec, home);
        return preview(spec, home, layouts -> new ClusterPlans(spec, home, reading(), layouts).up(permission));
    }

    /** Makes the cluster what {@code spec} says. */
    PlanReport up(ClusterSpec spec, ClusterHome home, Permission permission, PlanListener listener) {
        refuseNewcomers(spec, home);
        return change(spec, home, layouts -> new ClusterPlans(spec, home, tools, layouts).up(permission), listener);
    }

    /** What {@link #restart} would do. Cannot change anything. */
    PlanReport lookRestart(KnownCluster cluster, Restarting wish) {
        return preview(
                cluster.spec(),
                cluster.home(),
                layouts -> plans(cluster, reading(), layouts).restart(wish));
    }

    /** Restarts members one after another while the others serve. */
    PlanReport restart(KnownCluster cluster, Restarting wish, PlanListener listener) {
        return change(
                cluster.spec(),
                cluster.home(),
                layouts -> plans(cluster, tools, layouts).restart(wish),
                listener);
    }

    private static ClusterPlans plans(KnownCluster cluster, Toolbox tools, List<NodeLayout> layouts) {
        return new ClusterPlans(cluster.spec(), cluster.home(), tools, layouts);
    }

    /** A member that is to join a cluster that lives must be added to it first: it would found another one. */
    private static void refuseNewcomers(ClusterSpec spec, ClusterHome home) {
        List<String> joined = joined(home);
        List<String> newcomers = spec.members().stream()
                .map(NodeSpec::name)
                .filter(name -> !joined.contains(name))
                .toList();
        if (!joined.isEmpty() && !newcomers.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "%s: in the cluster file, but no member of %s, which was founded by %s"
                            .formatted(String.join(", ", newcomers), spec.name(), String.join(", ", joined)),
                    "take it out of the file, or take the whole cluster down and up again");
        }
    }

    PlanReport lookDown(ClusterSpec spec, ClusterHome home, Removal removal) {
        return preview(spec, home, layouts -> removalPlan(spec, home, layouts, removal));
    }

    PlanReport down(ClusterSpec spec, ClusterHome home, Removal removal, PlanListener listener) {
        return change(spec, home, layouts -> removalPlan(spec, home, layouts, removal), listener);
    }

    private Plan removalPlan(ClusterSpec spec, ClusterHome home, List<NodeLayout> layouts, Removal removal) {
        ClusterRemoval plans = new ClusterRemoval(spec, home, tools);
        if (removal.whole()) {
            return plans.plan(layouts, List.of(), removal.purge());
        }
        NodeSpec member = removal.member().orElseThrow();
        List<NodeSpec> others =
                spec.members().stream().filter(each -> !each.equals(member)).toList();
        EtcdSettings settings = settings(spec.withMembers(others), home);
        List<Stage> before = others.isEmpty()
                ? List.of()
                : List.of(Stage.of(new RemoveMember(spec.name(), member.name(), tools.clients(), settings)));
        List<NodeLayout> leaving = layouts.stream()
                .filter(layout -> layout.member().equals(member))
                .toList();
        return plans.plan(leaving, before, removal.purge());
    }

    /** How an operator's client reaches the cluster. */
    EtcdSettings settings(ClusterSpec spec, ClusterHome home) {
        return new ClusterPlans(spec, home, tools, List.of()).settings();
    }

    private PlanReport preview(ClusterSpec spec, ClusterHome home, Planning planning) {
        try (Hosts open = hosts.open(spec)) {
            Plan plan = planning.of(layouts(spec, home, open, ReadOnlyHost::new));
            return new PlanRunner(tools.clock(), WIDTH).preview(plan, PlanListener.NONE);
        }
    }

    private PlanReport change(ClusterSpec spec, ClusterHome home, Planning planning, PlanListener listener) {
        try (Hosts open = hosts.open(spec)) {
            Plan plan = planning.of(layouts(spec, home, open, host -> new AuditedHost(host, audit)));
            return new PlanRunner(tools.clock(), WIDTH).run(plan, listener);
        }
    }

    private Toolbox reading() {
        return new Toolbox(
                new ReadOnlyHost(tools.here()), tools.binaries(), tools.clients(), tools.clock(), tools.pause());
    }

    private static List<NodeLayout> layouts(
            ClusterSpec spec, ClusterHome home, Hosts open, UnaryOperator<Host> decorate) {
        List<String> joined = joined(home);
        return spec.members().stream()
                .map(member -> new NodeLayout(
                        spec, member, decorate.apply(open.of(member)), State.NEW, joined.contains(member.name())))
                .toList();
    }

    /** The members whose data the cluster counts on. */
    private static List<String> joined(ClusterHome home) {
        try {
            return Files.exists(home.joined()) ? Files.readAllLines(home.joined()) : List.of();
        } catch (IOException e) {
            throw new OperatorException(Failure.of(ExitCode.IO, "cannot read " + home.joined()), e);
        }
    }
}
