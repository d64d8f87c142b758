package dev.quorate.cluster;

import dev.quorate.cluster.adopt.CompareCertificates;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.PkiStore;
import dev.quorate.plan.Plan;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeFile;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.RestartOrder;
import dev.quorate.provision.step.AdmitUsers;
import dev.quorate.provision.step.AwaitHealthy;
import dev.quorate.provision.step.CheckClocks;
import dev.quorate.provision.step.CheckHost;
import dev.quorate.provision.step.CheckMembers;
import dev.quorate.provision.step.ConfigureFirewall;
import dev.quorate.provision.step.CreateUser;
import dev.quorate.provision.step.DistributeCertificates;
import dev.quorate.provision.step.IssueCertificates;
import dev.quorate.provision.step.KeepRecord;
import dev.quorate.provision.step.ParkLeftovers;
import dev.quorate.provision.step.PrepareDirectories;
import dev.quorate.provision.step.RecordInstallations;
import dev.quorate.provision.step.RestartMember;
import dev.quorate.provision.step.StartMember;
import dev.quorate.provision.step.TakeInAuthority;
import dev.quorate.provision.step.WriteProfile;
import dev.quorate.provision.step.WriteReadCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plan that takes bare hosts to a healthy cluster. */
final class ClusterPlans {

    static final String JOINED = "remember who joined";

    private final ClusterSpec spec;
    private final ClusterHome home;
    private final Toolbox tools;
    private final WayIn wayIn;
    private final List<NodeLayout> layouts;
    private final Programs programs;
    private final PkiStore store;
    private final String mark;

    ClusterPlans(ClusterSpec spec, ClusterHome home, Toolbox tools, WayIn wayIn, List<NodeLayout> layouts) {
        this.wayIn = wayIn;
        this.spec = spec;
        this.home = home;
        this.tools = tools;
        this.layouts = List.copyOf(layouts);
        this.programs = new Programs(spec.etcd(), tools);
        this.store = PkiStore.at(home.pki(), tools.clock());
        this.mark = Marks.of(tools.clock());
    }

    Plan up(Permission permission) {
        List<MemberSteps> all = layouts.stream().map(this::steps).toList();
        List<MemberSteps> members =
                all.stream().filter(member -> !member.layout().joins()).toList();
        List<Stage> stages = new ArrayList<>();
        if (permission.park() || programs.startByThemselves()) {
            stages.add(Stage.parallel(layouts, layout -> new ParkLeftovers(layout.node(), spec.token(), mark)));
        }
        stages.add(checks());
        if (!keepsCertificates()) {
            stages.addAll(authority(permission));
        }
        stages.addAll(
                programs.preparation(layouts.stream().map(NodeLayout::host).toList()));
        stages.add(Stage.parallel(all, MemberSteps::program));
        stages.add(Stage.parallel(
                layouts, layout -> new CreateUser(layout.host(), spec.service().account())));
        stages.addAll(admissions());
        if (!bare().isEmpty()) {
            stages.add(Stage.parallel(bare(), layout -> new PrepareDirectories(layout.host(), layout.directories())));
        }
        stages.add(Stage.parallel(all, MemberSteps::certificates));
        if (!keepsCertificates()) {
            stages.add(Stage.of(installations()));
        }
        stages.add(Stage.parallel(members, MemberSteps::configuration));
        stages.add(Stage.parallel(members, MemberSteps::unit));
        stages.addAll(surroundings());
        stages.add(start());
        stages.add(health());
        stages.add(Stage.oneByOne(members, member -> restart(member, permission)));
        stages.add(Stage.of(remembering(founders())));
        stages.addAll(joinings());
        if (!home.isAdopted()) {
            stages.add(Stage.of(new WriteReadCheck(spec.name(), nodes(layouts), tools.clients(), settings())));
        }
        return new Plan("cluster up", "run 'cluster up' again", stages);
    }

    /**
     * One after another, though none waits to be ready. A founder asks every other whether the cluster is there already: one
     * that does not listen yet refuses at once, one that listens and does not serve yet costs a second (etcd's
     * {@code isMemberBootstrapped}).
     */
    private Stage start() {
        return Stage.oneByOne(nodes(founders()), StartMember::new);
    }

    private MemberSteps steps(NodeLayout layout) {
        Step certificates = keepsCertificates()
                ? new CompareCertificates(layout, tools.clock())
                : new DistributeCertificates(layout.host(), files(layout));
        return MemberSteps.of(layout, programs.stepFor(layout), certificates, mark, home.isAdopted());
    }

    /** A cluster that lives has its certificates; as long as none was issued here and none has to be, there are no others. */
    private boolean keepsCertificates() {
        boolean newcomers = layouts.stream().anyMatch(NodeLayout::joins);
        boolean signer = store.hasAuthority() || authoritySource().isPresent();
        return home.isAdopted() && store.certificates().isEmpty() && !(newcomers && signer);
    }

    /** Hosts whose directories are ours to make: those of a cluster that others built serve as they are. */
    private List<NodeLayout> bare() {
        return layouts.stream()
                .filter(layout -> layout.joins() || !home.isAdopted())
                .toList();
    }

    private List<Stage> authority(Permission permission) {
        List<Stage> stages = new ArrayList<>();
        authoritySource()
                .ifPresent(source -> stages.add(
                        Stage.of(new TakeInAuthority(spec.name(), store, source, permission.passphrases()))));
        stages.add(certificates(permission));
        return stages;
    }

    private List<Stage> admissions() {
        return spec.profile().filter(profile -> !profile.users().isEmpty()).stream()
                .map(profile -> Stage.parallel(
                        layouts, layout -> new AdmitUsers(layout.host(), profile.group(), profile.users())))
                .toList();
    }

    /** What a host is told beside its member, where the cluster file asks for it. */
    private List<Stage> surroundings() {
        List<Stage> stages = new ArrayList<>();
        FirewallSpec.Kind firewall = spec.firewall().kind();
        if (firewall != FirewallSpec.Kind.NONE) {
            stages.add(Stage.parallel(
                    layouts, layout -> new ConfigureFirewall(layout.firewall(), layout.firewallRules())));
        }
        if (spec.profile().isPresent()) {
            stages.add(Stage.parallel(layouts, ClusterPlans::profile));
        }
        return stages;
    }

    /** One newcomer after the other, each on record as soon as it votes. */
    private List<Stage> joinings() {
        List<Stage> stages = new ArrayList<>();
        List<NodeLayout> joined = new ArrayList<>(founders());
        for (NodeLayout newcomer : layouts) {
            if (newcomer.joins()) {
                stages.addAll(
                        new Joining(newcomer, living(joined), tools.patience(Toolbox.TO_CATCH_UP), mark).stages());
                joined.add(newcomer);
                stages.add(Stage.of(remembering(List.copyOf(joined))));
                stages.add(Stage.of(awaiting(List.copyOf(joined))));
            }
        }
        return stages;
    }

    private AwaitHealthy awaiting() {
        return awaiting(founders());
    }

    /** A newcomer that has its vote may take seconds more until it serves: its first word to the others can be lost. */
    private AwaitHealthy awaiting(List<NodeLayout> members) {
        return new AwaitHealthy(spec.name(), nodes(members), tools.clients(), settings(members), tools.patience());
    }

    private Step restart(MemberSteps member, Permission permission) {
        return new RestartMember(
                member.layout().node(), member.restartCauses(), living(), nodes(founders()), permission.outage());
    }

    private LiveCluster living() {
        return living(founders());
    }

    /** As it served before, too, where the file has its members elsewhere now. */
    private LiveCluster asItWas() {
        LiveCluster now = living();
        Set<Endpoint> endpoints = new LinkedHashSet<>(now.settings().endpoints());
        wayIn.to(spec.name()).ifPresent(saved -> endpoints.addAll(saved.endpoints()));
        return new LiveCluster(
                spec.name(), tools.clients(), now.settings().withEndpoints(List.copyOf(endpoints)), tools.patience());
    }

    /** As {@code members} serve it. */
    private LiveCluster living(List<NodeLayout> members) {
        return new LiveCluster(spec.name(), tools.clients(), settings(members), tools.patience());
    }

    /** Who is a member already, or becomes one as the cluster is founded. */
    private List<NodeLayout> founders() {
        return layouts.stream().filter(layout -> !layout.joins()).toList();
    }

    /** Restarts members one after another, whatever they run with. */
    Plan restart(Restarting wish) {
        List<Node> chosen = nodes(founders()).stream()
                .filter(node -> wish.members().contains(node.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "%s: no member of %s yet".formatted(String.join(", ", wish.members()), spec.name()),
                    "cluster up lets it join");
        }
        return new Plan(
                "cluster restart",
                "run 'cluster restart' again",
                List.of(
                        Stage.oneByOne(
                                chosen,
                                node -> new RestartMember(
                                        node, List.of(new RestartOrder(node)), living(), chosen, wish.outage())),
                        Stage.of(awaiting())));
    }

    /** Everything that is in the way on any host is told at once. */
    private Stage checks() {
        List<Step> steps = new ArrayList<>();
        layouts.forEach(layout -> steps.add(new CheckHost(layout.node(), layout.needs())));
        steps.add(new CheckClocks(
                spec.name(), layouts.stream().map(NodeLayout::host).toList(), tools.clock()));
        List<String> onRecord = JoinedMembers.of(home).names();
        if (!onRecord.isEmpty()) {
            List<Newcomer> expected = nodes(layouts).stream().map(Newcomer::new).toList();
            steps.add(new CheckMembers(expected, onRecord, asItWas()));
        }
        return new Stage("check hosts", Stage.Order.PARALLEL, steps);
    }

    /** Members take a second or two to elect; what else they lack arrives meanwhile. */
    private Stage health() {
        List<Step> steps = new ArrayList<>(List.of(awaiting()));
        layouts.forEach(layout -> programs.toolsFor(layout).ifPresent(steps::add));
        return new Stage(AwaitHealthy.TITLE, Stage.Order.PARALLEL, steps);
    }

    private Stage certificates(Permission permission) {
        AuthorityRequest request = spec.certificates().authority().request();
        Optional<AuthorityRequest> made = authoritySource().isPresent() ? Optional.empty() : Optional.of(request);
        return Stage.of(new IssueCertificates(
                spec.name(),
                store,
                new IssueCertificates.Signer(made, permission.passphrases()),
                new ClusterCertificates(spec).plan().requests()));
    }

    private Optional<Path> authoritySource() {
        return spec.certificates().authority().source();
    }

    private RecordInstallations installations() {
        Map<String, List<NodeFile>> files = new LinkedHashMap<>();
        layouts.forEach(layout -> files.put(layout.host().name(), files(layout)));
        return new RecordInstallations(spec.name(), store, files);
    }

    private List<NodeFile> files(NodeLayout layout) {
        return layout.certificates(store.directory(), ClientSettings.authority(spec, store));
    }

    private static Step profile(NodeLayout layout) {
        return new WriteProfile(layout.host(), layout.profileFile().orElseThrow());
    }

    private KeepRecord remembering(List<NodeLayout> members) {
        List<String> names = layouts.stream()
                .filter(members::contains)
                .map(layout -> layout.member().name())
                .toList();
        return new KeepRecord(tools.here(), JOINED, home.joined(), JoinedMembers.text(names));
    }

    private static List<Node> nodes(List<NodeLayout> members) {
        return members.stream().map(NodeLayout::node).toList();
    }

    /** How an operator's client reaches the cluster. */
    EtcdSettings settings() {
        return settings(layouts);
    }

    private EtcdSettings settings(List<NodeLayout> members) {
        List<NodeSpec> served = members.stream().map(NodeLayout::member).toList();
        ClusterSpec serving = served.isEmpty() ? spec : spec.withMembers(served);
        return ClientSettings.of(serving, home, store, wayIn);
    }
}
