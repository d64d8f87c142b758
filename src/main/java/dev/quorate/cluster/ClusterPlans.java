package dev.quorate.cluster;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.pki.PkiStore;
import dev.quorate.plan.Plan;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeFile;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.step.AwaitHealthy;
import dev.quorate.provision.step.CheckClocks;
import dev.quorate.provision.step.CheckHost;
import dev.quorate.provision.step.ConfigureFirewall;
import dev.quorate.provision.step.CreateUser;
import dev.quorate.provision.step.DistributeCertificates;
import dev.quorate.provision.step.IssueCertificates;
import dev.quorate.provision.step.KeepRecord;
import dev.quorate.provision.step.ParkLeftovers;
import dev.quorate.provision.step.PrepareDirectories;
import dev.quorate.provision.step.RecordInstallations;
import dev.quorate.provision.step.StartMember;
import dev.quorate.provision.step.WriteNodeConfig;
import dev.quorate.provision.step.WriteProfile;
import dev.quorate.provision.step.WriteReadCheck;
import dev.quorate.provision.step.WriteUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plan that takes bare hosts to a healthy cluster. */
final class ClusterPlans {

    static final String JOINED = "remember who joined";

    private final ClusterSpec spec;
    private final ClusterHome home;
    private final Toolbox tools;
    private final List<NodeLayout> layouts;
    private final Programs programs;
    private final PkiStore store;
    private final String mark;

    ClusterPlans(ClusterSpec spec, ClusterHome home, Toolbox tools, List<NodeLayout> layouts) {
        this.spec = spec;
        this.home = home;
        this.tools = tools;
        this.layouts = List.copyOf(layouts);
        this.programs = new Programs(spec.etcd(), tools);
        this.store = PkiStore.at(home.pki(), tools.clock());
        this.mark = Marks.of(tools.clock());
    }

    /** @param park whether data of another etcd is moved aside, not refused */
    Plan up(boolean park) {
        List<Stage> stages = new ArrayList<>();
        if (park || programs.startByThemselves()) {
            stages.add(Stage.parallel(layouts, layout -> new ParkLeftovers(layout.node(), spec.token(), mark)));
        }
        stages.add(checks());
        stages.add(certificates());
        stages.addAll(programs.preparation());
        stages.add(Stage.parallel(layouts, programs::stepFor));
        stages.add(Stage.parallel(
                layouts, layout -> new CreateUser(layout.host(), spec.service().account())));
        stages.add(Stage.parallel(layouts, layout -> new PrepareDirectories(layout.host(), layout.directories())));
        stages.add(Stage.parallel(layouts, this::distribution));
        stages.add(Stage.of(installations()));
        stages.add(Stage.parallel(
                layouts,
                layout -> new WriteNodeConfig(layout.node(), layout.configurationFile(), layout.otherForms(mark))));
        stages.add(Stage.parallel(layouts, layout -> new WriteUnit(layout.host(), layout.unit(), layout.joined())));
        if (spec.firewall().kind() != FirewallSpec.Kind.NONE) {
            stages.add(Stage.parallel(
                    layouts,
                    layout ->
                            new ConfigureFirewall(layout.host(), spec.firewall().kind(), layout.firewallRules())));
        }
        if (spec.profile().isPresent()) {
            stages.add(Stage.parallel(layouts, ClusterPlans::profile));
        }
        stages.add(Stage.parallel(nodes(), StartMember::new));
        stages.add(Stage.of(new AwaitHealthy(spec.name(), nodes(), tools.clients(), settings(), tools.patience())));
        stages.add(Stage.of(new WriteReadCheck(spec.name(), nodes(), tools.clients(), settings())));
        stages.add(Stage.of(remembering(Optional.of(joined()))));
        return new Plan("cluster up", "run 'cluster up' again", stages);
    }

    /** Everything that is in the way on any host is told at once. */
    private Stage checks() {
        List<Step> steps = new ArrayList<>();
        layouts.forEach(layout -> steps.add(new CheckHost(layout.node(), layout.needs())));
        steps.add(new CheckClocks(
                spec.name(), layouts.stream().map(NodeLayout::host).toList(), tools.clock()));
        return new Stage("check hosts", Stage.Order.PARALLEL, steps);
    }

    private Stage certificates() {
        return Stage.of(new IssueCertificates(
                spec.name(),
                store,
                spec.certificates().authority().request(),
                new ClusterCertificates(spec).plan().requests()));
    }

    private Step distribution(NodeLayout layout) {
        return new DistributeCertificates(layout.host(), files(layout));
    }

    private RecordInstallations installations() {
        Map<String, List<NodeFile>> files = new LinkedHashMap<>();
        layouts.forEach(layout -> files.put(layout.host().name(), files(layout)));
        return new RecordInstallations(spec.name(), store, files);
    }

    private List<NodeFile> files(NodeLayout layout) {
        return layout.certificates(store.directory(), authority());
    }

    private static Step profile(NodeLayout layout) {
        return new WriteProfile(layout.host(), layout.profileFile().orElseThrow());
    }

    private KeepRecord remembering(Optional<String> content) {
        return new KeepRecord(tools.here(), JOINED, home.joined(), content);
    }

    private String joined() {
        return spec.members().stream().map(member -> member.name() + "\n").collect(Collectors.joining());
    }

    private List<Node> nodes() {
        return layouts.stream().map(NodeLayout::node).toList();
    }

    /** How an operator's client reaches the cluster. */
    EtcdSettings settings() {
        return ClientSettings.of(spec, authority(), store.directory());
    }

    /** Under the name it is stored by; one that is yet to be made will be {@code ca.crt}. */
    private Path authority() {
        return store.hasAuthority() ? store.authorityFile() : store.directory().resolve("ca.crt");
    }
}
