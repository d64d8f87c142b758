package dev.quorate.sandbox;

import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.Quorum;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Plan;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanRunner;
import dev.quorate.provision.Node;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.remote.Host;
import dev.quorate.remote.ReadOnlyHost;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.local.LocalHost;
import dev.quorate.remote.local.Supervisor;
import dev.quorate.time.Pause;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The practice cluster on the machine at hand: made, found again, broken and mended. */
public final class Sandbox {

    /** What it is called among clusters and contexts. */
    public static final String NAME = "sandbox";

    private static final int WIDTH = SandboxSpec.MOST_MEMBERS;

    private final SandboxDirectory directory;
    private final SandboxDesigner designer;
    private final EtcdClients clients;
    private final Clock clock;
    private final Pause pause;

    /** How an operation is carried out: for real or as a look, and who hears of it. */
    record Manner(boolean dryRun, PlanListener listener) {}

    /** A plan for the sandbox as it is. */
    @FunctionalInterface
    private interface Planning {
        Plan of(SandboxPlans plans, SandboxSpec spec);
    }

    /**
     * @param root the directory all of it is kept in
     * @param environment tells where etcd may be found
     */
    public Sandbox(Path root, EtcdClients clients, Map<String, String> environment, Clock clock, Pause pause) {
        Host here = new LocalHost(NAME, new Supervisor(Map.of(), pause));
        this.directory = new SandboxDirectory(root);
        this.designer = new SandboxDesigner(directory, here.files(), new EtcdBinaries(here, environment));
        this.clients = clients;
        this.clock = clock;
        this.pause = pause;
    }

    /** Makes it, or brings back what is missing of it; answers what it is then. */
    SandboxSpec up(SandboxRequest request, Manner manner) throws InterruptedException {
        if (manner.dryRun()) {
            return carryOut(designer.decide(request, false), SandboxPlans::up, manner);
        }
        try (SandboxLock _ = SandboxLock.take(directory)) {
            return carryOut(designer.decide(request, true), SandboxPlans::up, manner);
        }
    }

    /** Stops all members; their data stays. */
    void down(Manner manner) throws InterruptedException {
        change(SandboxPlans::down, manner);
    }

    /** Stops all members and deletes everything of them. */
    void purge(Manner manner) throws InterruptedException {
        change(SandboxPlans::purge, manner);
    }

    void start(String member, Manner manner) throws InterruptedException {
        change((plans, spec) -> plans.start(node(plans, spec, member)), manner);
    }

    void stop(String member, Manner manner) throws InterruptedException {
        change((plans, spec) -> plans.stop(node(plans, spec, member)), manner);
    }

    void disturb(String member, DisturbMember.Disturbance disturbance, Manner manner) throws InterruptedException {
        change((plans, spec) -> plans.disturb(node(plans, spec, member), disturbance), manner);
    }

    private void change(Planning planning, Manner manner) throws InterruptedException {
        SandboxSpec spec = designer.required();
        if (manner.dryRun()) {
            carryOut(spec, planning, manner);
            return;
        }
        try (SandboxLock _ = SandboxLock.take(directory)) {
            carryOut(spec, planning, manner);
        }
    }

    private SandboxSpec carryOut(SandboxSpec spec, Planning planning, Manner manner) {
        PlanRunner runner = new PlanRunner(clock, WIDTH);
        if (manner.dryRun()) {
            runner.preview(planning.of(plans(ReadOnlyHost::new), spec), manner.listener());
        } else {
            runner.run(planning.of(plans(UnaryOperator.identity()), spec), manner.listener());
        }
        return spec;
    }

    private SandboxPlans plans(UnaryOperator<Host> decorate) {
        return new SandboxPlans(directory, clients, clock, pause, decorate);
    }

    private static Node node(SandboxPlans plans, SandboxSpec spec, String name) {
        List<Node> nodes = plans.nodes(spec);
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "the sandbox has no member named \"" + name + "\"",
                        "its members are " + nodes.stream().map(Node::name).collect(Collectors.joining(", "))));
    }

    /** How a client reaches it. */
    EtcdSettings settings(SandboxSpec spec) {
        return plans(ReadOnlyHost::new).settings(spec);
    }

    /** What the members that run mean for the cluster, in a sentence. */
    String votes() throws InterruptedException {
        List<MemberStatus> members = status();
        int running = (int) members.stream()
                .filter(member -> member.service().state() == ServiceStatus.State.RUNNING)
                .count();
        Quorum votes = new Quorum(members.size(), running);
        String verdict = votes.present() ? "there is a quorum" : "no quorum, " + votes.needed() + " are needed";
        return "%d of %d members run: %s".formatted(running, members.size(), verdict);
    }

    /** How each member stands, without asking etcd. */
    List<MemberStatus> status() throws InterruptedException {
        SandboxSpec spec = designer.required();
        List<Node> nodes = plans(ReadOnlyHost::new).nodes(spec);
        List<MemberStatus> members = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            members.add(status(nodes.get(i), spec, spec.members().get(i)));
        }
        return members;
    }

    private static MemberStatus status(Node node, SandboxSpec spec, SandboxSpec.Member member)
            throws InterruptedException {
        return new MemberStatus(
                node.name(),
                node.host().services().status(node.service()),
                spec.clientUrl(member),
                spec.peerUrl(member),
                TreeSize.of(node.host().files(), node.dataDirectory()));
    }
}
