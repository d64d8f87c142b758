package dev.quorate.sandbox;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.pki.PkiStore;
import dev.quorate.plan.Plan;
import dev.quorate.plan.Stage;
import dev.quorate.provision.HostNeeds;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeDirectory;
import dev.quorate.provision.NodeFile;
import dev.quorate.provision.OtherForms;
import dev.quorate.provision.step.AwaitHealthy;
import dev.quorate.provision.step.CheckBinaries;
import dev.quorate.provision.step.CheckHost;
import dev.quorate.provision.step.DistributeCertificates;
import dev.quorate.provision.step.IssueCertificates;
import dev.quorate.provision.step.IssueCertificates.Signer;
import dev.quorate.provision.step.PrepareDirectories;
import dev.quorate.provision.step.RecordInstallations;
import dev.quorate.provision.step.StartMember;
import dev.quorate.provision.step.StopMember;
import dev.quorate.provision.step.WriteNodeConfig;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import dev.quorate.remote.local.LocalHost;
import dev.quorate.remote.local.Supervisor;
import dev.quorate.time.Patience;
import dev.quorate.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plans of the sandbox, on hosts as they are decorated: a preview's cannot be changed. */
final class SandboxPlans {

    private static final Duration TO_BECOME_HEALTHY = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final SandboxDirectory directory;
    private final EtcdClients clients;
    private final Clock clock;
    private final Pause pause;
    private final UnaryOperator<Host> decorate;

    SandboxPlans(
            SandboxDirectory directory, EtcdClients clients, Clock clock, Pause pause, UnaryOperator<Host> decorate) {
        this.directory = directory;
        this.clients = clients;
        this.clock = clock;
        this.pause = pause;
        this.decorate = decorate;
    }

    Plan up(SandboxSpec spec) {
        Host here = decorate.apply(new LocalHost(Sandbox.NAME, new Supervisor(Map.of(), pause)));
        List<Node> nodes = nodes(spec);
        SandboxCertificates certificates = new SandboxCertificates(directory);
        PkiStore store = PkiStore.at(directory.pki(), clock);
        return new Plan(
                "sandbox up",
                "run 'sandbox up' again",
                List.of(
                        Stage.of(new ParkLeftovers(
                                here, directory, clock.instant().toString())),
                        Stage.of(new RememberSandbox(here, directory.spec(), spec)),
                        Stage.parallel(nodes, CheckBinaries::new),
                        Stage.parallel(nodes, node -> new CheckHost(node, HostNeeds.NONE)),
                        Stage.of(new IssueCertificates(
                                Sandbox.NAME,
                                store,
                                new Signer(Optional.of(SandboxCertificates.authority()), PkiStore.NO_PASSPHRASE),
                                SandboxCertificates.requests(spec.members()))),
                        Stage.parallel(nodes, this::prepareDirectories),
                        Stage.parallel(
                                nodes,
                                node -> new DistributeCertificates(node.host(), certificates.filesOf(node.name()))),
                        Stage.of(new RecordInstallations(Sandbox.NAME, store, installed(nodes, certificates))),
                        Stage.parallel(
                                nodes,
                                node -> new WriteNodeConfig(
                                        node, Optional.of(node.configurationFile()), OtherForms.NONE)),
                        Stage.parallel(nodes, StartMember::new),
                        Stage.of(new AwaitHealthy(Sandbox.NAME, nodes, clients, settings(spec), patience())),
                        Stage.of(new RememberSandbox(here, directory.spec(), spec.afterJoining()))));
    }

    private static Map<String, List<NodeFile>> installed(List<Node> nodes, SandboxCertificates certificates) {
        return nodes.stream()
                .collect(Collectors.toMap(node -> node.host().name(), node -> certificates.filesOf(node.name())));
    }

    Plan down(SandboxSpec spec) {
        return new Plan(
                "sandbox down", "run 'sandbox down' again", List.of(Stage.parallel(nodes(spec), StopMember::new)));
    }

    Plan purge(SandboxSpec spec) {
        Host here = decorate.apply(new LocalHost(Sandbox.NAME, new Supervisor(Map.of(), pause)));
        return new Plan(
                "sandbox down --purge",
                "run 'sandbox down --purge' again",
                List.of(Stage.parallel(nodes(spec), StopMember::new), Stage.of(new DeleteSandbox(here, directory))));
    }

    Plan start(Node node) {
        return new Plan("start member", "try it again", List.of(Stage.of(new StartMember(node))));
    }

    Plan stop(Node node) {
        return new Plan("stop member", "try it again", List.of(Stage.of(new StopMember(node))));
    }

    Plan disturb(Node node, DisturbMember.Disturbance disturbance) {
        DisturbMember step = new DisturbMember(node, disturbance);
        return new Plan(step.title(), "try it again", List.of(Stage.of(step)));
    }

    List<Node> nodes(SandboxSpec spec) {
        return new SandboxNodes(directory, new SandboxCertificates(directory), pause).of(spec, decorate);
    }

    private PrepareDirectories prepareDirectories(Node node) {
        List<NodeDirectory> directories = Stream.of(
                        directory.member(node.name()), directory.memberPki(node.name()), node.dataDirectory())
                .map(path -> NodeDirectory.own(path, FileAccess.PRIVATE_DIRECTORY))
                .toList();
        return new PrepareDirectories(node.host(), directories);
    }

    EtcdSettings settings(SandboxSpec spec) {
        List<Endpoint> endpoints = spec.members().stream()
                .map(member -> new Endpoint(spec.clientUrl(member)))
                .toList();
        return new EtcdSettings(
                endpoints,
                new SandboxCertificates(directory).clientTls(),
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
    }

    private Patience patience() {
        return new Patience(pause, TO_BECOME_HEALTHY, LOOK_EVERY);
    }
}
