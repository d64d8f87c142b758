package dev.quorate.cluster;

import dev.quorate.cluster.ClusterHosts.Hosts;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.KeptClients;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.passphrase.Passphrases;
import dev.quorate.plan.Plan;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanProgress;
import dev.quorate.plan.PlanReport;
import dev.quorate.plan.PlanRunner;
import dev.quorate.plan.Stage;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.step.RemoveMember;
import dev.quorate.remote.AuditedHost;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostAudit;
import dev.quorate.remote.ReadOnlyHost;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Builds the cluster of a cluster file on its hosts, compares it with the file, and takes it down. */
public final class ClusterBuild {

    private static final int WIDTH = 16;

    private final ClusterHosts hosts;
    private final Toolbox tools;
    private final HostAudit audit;
    private final Passphrases passphrases;
    private final WayIn wayIn;

    public ClusterBuild(ClusterHosts hosts, Toolbox tools, HostAudit audit, Passphrases passphrases, WayIn wayIn) {
        this.wayIn = wayIn;
        this.hosts = hosts;
        this.tools = tools;
        this.audit = audit;
        this.passphrases = passphrases;
    }

    /** Of the keys of authorities. */
    Passphrases passphrases() {
        return passphrases;
    }

    /** Tells line by line how it goes on, until it is closed. */
    PlanProgress progress(Consumer<String> told) {
        return new PlanProgress(told, tools.working());
    }

    /** A plan for the members of a cluster on their hosts. */
    @FunctionalInterface
    private interface Planning {
        Plan of(Toolbox tools, List<NodeLayout> layouts);
    }

    /** Does {@code work} while no other console can change the cluster. */
    void alone(ClusterHome home, String command, ClusterLock.Work work) throws Exception {
        ClusterLock.during(home, command, tools.clock(), work);
    }

    /** What {@link #up} would do. Cannot change anything. */
    PlanReport look(ClusterSpec spec, ClusterHome home, Permission permission) {
        return preview(
                spec, home, (with, layouts) -> new ClusterPlans(spec, home, with, wayIn, layouts).up(permission));
    }

    /** Makes the cluster what {@code spec} says. */
    PlanReport up(ClusterSpec spec, ClusterHome home, Permission permission, PlanListener listener) {
        return change(
                spec,
                home,
                (with, layouts) -> new ClusterPlans(spec, home, with, wayIn, layouts).up(permission),
                listener);
    }

    /** What {@link #restart} would do. Cannot change anything. */
    PlanReport lookRestart(ClusterSpec spec, ClusterHome home, Restarting wish) {
        return preview(spec, home, (with, layouts) -> new ClusterPlans(spec, home, with, wayIn, layouts).restart(wish));
    }

    /** Restarts members one after another while the others serve. */
    PlanReport restart(ClusterSpec spec, ClusterHome home, Restarting wish, PlanListener listener) {
        return change(
                spec,
                home,
                (with, layouts) -> new ClusterPlans(spec, home, with, wayIn, layouts).restart(wish),
                listener);
    }

    PlanReport lookDown(ClusterSpec spec, ClusterHome home, Removal removal) {
        return preview(spec, home, (with, layouts) -> removalPlan(spec, home, with, layouts, removal));
    }

    PlanReport down(ClusterSpec spec, ClusterHome home, Removal removal, PlanListener listener) {
        return change(spec, home, (with, layouts) -> removalPlan(spec, home, with, layouts, removal), listener);
    }

    private Plan removalPlan(
            ClusterSpec spec, ClusterHome home, Toolbox with, List<NodeLayout> layouts, Removal removal) {
        ClusterRemoval plans = new ClusterRemoval(spec, home, with);
        if (removal.whole()) {
            return plans.plan(layouts, List.of(), removal.purge());
        }
        NodeSpec member = removal.member().orElseThrow();
        List<NodeSpec> others =
                spec.members().stream().filter(each -> !each.equals(member)).toList();
        EtcdSettings settings = settings(spec.withMembers(others), home);
        List<Stage> before = others.isEmpty()
                ? List.of()
                : List.of(Stage.of(new RemoveMember(
                        new Newcomer(layout(layouts, member).node()),
                        new LiveCluster(spec.name(), with.clients(), settings, with.patience()))));
        return plans.plan(List.of(layout(layouts, member)), before, removal.purge());
    }

    private static NodeLayout layout(List<NodeLayout> layouts, NodeSpec member) {
        return layouts.stream()
                .filter(layout -> layout.member().equals(member))
                .findFirst()
                .orElseThrow();
    }

    /** How an operator's client reaches the cluster. */
    EtcdSettings settings(ClusterSpec spec, ClusterHome home) {
        return new ClusterPlans(spec, home, tools, wayIn, List.of()).settings();
    }

    private PlanReport preview(ClusterSpec spec, ClusterHome home, Planning planning) {
        try (Hosts open = hosts.open(spec);
                KeptClients clients = new KeptClients(tools.clients())) {
            Plan plan = planning.of(tools.with(clients).reading(), layouts(spec, home, open, ReadOnlyHost::new));
            return new PlanRunner(tools.clock(), WIDTH).preview(plan, PlanListener.NONE);
        }
    }

    private PlanReport change(ClusterSpec spec, ClusterHome home, Planning planning, PlanListener listener) {
        try (Hosts open = hosts.open(spec);
                KeptClients clients = new KeptClients(tools.clients())) {
            Plan plan =
                    planning.of(tools.with(clients), layouts(spec, home, open, host -> new AuditedHost(host, audit)));
            return new PlanRunner(tools.clock(), WIDTH).run(plan, listener);
        }
    }

    private static List<NodeLayout> layouts(
            ClusterSpec spec, ClusterHome home, Hosts open, UnaryOperator<Host> decorate) {
        JoinedMembers joined = JoinedMembers.of(home);
        return spec.members().stream()
                .map(member -> layout(spec, member, decorate.apply(open.of(member)), joined))
                .toList();
    }

    private static NodeLayout layout(ClusterSpec spec, NodeSpec member, Host host, JoinedMembers joined) {
        State state = joined.isNewcomer(member.name()) ? State.EXISTING : State.NEW;
        return new NodeLayout(spec, member, host, state, joined.has(member.name()));
    }
}
