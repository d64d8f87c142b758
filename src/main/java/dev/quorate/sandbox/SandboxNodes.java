package dev.quorate.sandbox;

import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.provision.Node;
import dev.quorate.remote.Host;
import dev.quorate.remote.local.LocalHost;
import dev.quorate.remote.local.LocalService;
import dev.quorate.remote.local.Supervisor;
import dev.quorate.sandbox.SandboxSpec.Member;
import dev.quorate.time.Pause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes nodes of the sandbox's members. */
record SandboxNodes(SandboxDirectory directory, SandboxCertificates certificates, Pause pause) {

    /** The nodes of {@code spec} on hosts as {@code decorate} has them. */
    List<Node> of(SandboxSpec spec, UnaryOperator<Host> decorate) {
        return spec.members().stream()
                .map(member -> node(spec, member, decorate))
                .toList();
    }

    private Node node(SandboxSpec spec, Member member, UnaryOperator<Host> decorate) {
        Node.Configuration configuration = new Node.Configuration(
                ConfigurationForm.YAML_FILE, directory.configuration(member.name()), settings(spec, member));
        Host host = decorate.apply(host(member, configuration.command(spec.program())));
        return new Node(
                member.name(), host, member.name(), spec.program(), configuration, Optional.empty(), spec.joined());
    }

    private Host host(Member member, List<String> command) {
        LocalService service =
                new LocalService(command, directory.log(member.name()), directory.process(member.name()));
        return new LocalHost(member.name(), new Supervisor(Map.of(member.name(), service), pause));
    }

    private NodeSettings settings(SandboxSpec spec, Member member) {
        NodeSettings settings = NodeSettings.NONE
                .with(Setting.NAME, member.name())
                .with(Setting.DATA_DIR, directory.data(member.name()))
                .with(Setting.LISTEN_CLIENT_URLS, spec.clientUrl(member))
                .with(Setting.ADVERTISE_CLIENT_URLS, spec.clientUrl(member))
                .with(Setting.LISTEN_PEER_URLS, spec.peerUrl(member))
                .with(Setting.INITIAL_ADVERTISE_PEER_URLS, spec.peerUrl(member))
                .with(Setting.INITIAL_CLUSTER, initialCluster(spec))
                .with(Setting.INITIAL_CLUSTER_STATE, "new")
                .with(Setting.INITIAL_CLUSTER_TOKEN, spec.token())
                .with(Setting.LOGGER, "zap")
                .with(Setting.LOG_OUTPUTS, "stderr");
        return certificates.applyTo(settings, member);
    }

    private static String initialCluster(SandboxSpec spec) {
        return spec.members().stream()
                .map(member -> member.name() + "=" + spec.peerUrl(member))
                .collect(Collectors.joining(","));
    }
}
