package dev.quorate.provision;

import dev.quorate.inventory.CertificateFile;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterCertificates.Pair;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.By;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.inventory.MemberSettings;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.MemberVariables;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.Ownership;
import dev.quorate.inventory.ProfileSpec;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.provision.HostNeeds.Neighbour;
import dev.quorate.provision.HostNeeds.Room;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileAccess.Owner;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everything of a member is on its host, as the cluster file has it.
 *
 * @param state whether the member founds its cluster or joins it
 * @param joined whether the cluster already counts on its data
 * @param initialCluster the members as the cluster itself tells them to one that joins; as the file has them where empty
 */
public record NodeLayout(
        ClusterSpec spec, NodeSpec member, Host host, State state, boolean joined, Optional<String> initialCluster) {

    /** A write-ahead log is laid out at 64 MB a file, and the next is prepared beside. */
    private static final int MEGABYTES_OF_DATA = 256;

    private static final int MEGABYTES_OF_PROGRAMS = 100;

    /** Of a few small files. */
    private static final int MEGABYTES_OF_SETTINGS = 1;

    private static final int GROUP_READS = 0640;

    /** What belongs to the system, whoever puts a file there. */
    private static final Set<Path> SYSTEM = Stream.of(
                    "/",
                    "/etc",
                    "/etc/default",
                    "/etc/sysconfig",
                    "/etc/pki",
                    "/etc/ssl",
                    "/etc/profile.d",
                    "/opt",
                    "/srv",
                    "/usr",
                    "/usr/local",
                    "/usr/local/etc",
                    "/var",
                    "/var/lib")
            .map(Path::of)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<Path> USUAL_CONFIGURATIONS = Stream.of(
                    "/etc/etcd/etcd.conf",
                    "/etc/etcd/etcd.yaml",
                    "/etc/etcd/etcd.conf.yml",
                    "/etc/etcd.conf",
                    "/etc/default/etcd",
                    "/etc/sysconfig/etcd")
            .map(Path::of)
            .toList();

    public NodeLayout(ClusterSpec spec, NodeSpec member, Host host, State state, boolean joined) {
        this(spec, member, host, state, joined, Optional.empty());
    }

    /** Whether the member is one that joins a cluster that lives. */
    public boolean joins() {
        return state == State.EXISTING;
    }

    /** The same for a member that joins, told of {@code members} by the cluster itself. */
    public NodeLayout joining(String members, boolean started) {
        return new NodeLayout(spec, member, host, State.EXISTING, started, Optional.of(members));
    }

    public Node node() {
        Node.Program program =
                new Node.Program(spec.etcd().program(), spec.etcd().version());
        return new Node(
                member.name(),
                host,
                spec.service().unit(),
                program,
                new Node.Configuration(form().rendered(), configuredIn(), settings()),
                Optional.of(owner()),
                joined);
    }

    private NodeSettings settings() {
        NodeSettings settings = new MemberSettings(spec).of(member, state);
        return initialCluster
                .map(members -> settings.with(Setting.INITIAL_CLUSTER, members))
                .orElse(settings)
                .checkedFor(spec.etcd().version());
    }

    /** The file that has what only this cluster has: its token. */
    private Path configuredIn() {
        return form() == Form.FLAGS ? spec.service().file() : configuration().file();
    }

    public Owner owner() {
        return owner(spec.service().account().ownership());
    }

    private static Owner owner(Ownership ownership) {
        return new Owner(ownership.user(), ownership.group());
    }

    private ConfigurationSpec configuration() {
        return spec.configuration();
    }

    private Form form() {
        return configuration().form();
    }

    /** The configuration file; empty where all stands in the unit. */
    public Optional<RenderedFile> configurationFile() {
        return switch (form()) {
            case YAML, ENVIRONMENT -> Optional.of(node().configurationFile());
            case FLAGS -> Optional.empty();
            case VARIABLES -> Optional.of(variables());
        };
    }

    private RenderedFile variables() {
        Map<String, String> variables = new LinkedHashMap<>(new MemberVariables(spec).of(member));
        initialCluster.ifPresent(members -> variables.put(MemberVariables.NODES, members));
        String text = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
        return new RenderedFile(configuration().file(), text, FileAccess.PUBLIC.withOwner(Optional.of(owner())));
    }

    /** Files that would configure an etcd of the same service in another form. */
    public OtherForms otherForms(String mark) {
        if (!spec.service().name().equals("etcd")) {
            return OtherForms.NONE;
        }
        return new OtherForms(
                USUAL_CONFIGURATIONS.stream()
                        .filter(file -> !file.equals(configuration().file()) || form() == Form.FLAGS)
                        .toList(),
                mark);
    }

    public ServiceUnit unit() {
        Optional<Path> environmentFile = Optional.of(configuration().file())
                .filter(file -> form() == Form.ENVIRONMENT || form() == Form.VARIABLES);
        return new ServiceUnit(spec.service(), environmentFile, command());
    }

    private List<String> command() {
        Node node = node();
        if (form() != Form.VARIABLES) {
            return node.configuration().command(node.program());
        }
        NodeSettings settings = new MemberVariables(spec).settings(member, state);
        return new Node.Configuration(ConfigurationForm.FLAGS, configuration().file(), settings)
                .command(node.program());
    }

    /** What goes from the operator's {@code store} to the host. */
    public List<NodeFile> certificates(Path store, Path authority) {
        ClusterCertificates certificates = new ClusterCertificates(spec);
        List<NodeFile> files = new ArrayList<>();
        files.add(new NodeFile(authority, certificates.authority(), access(FileAccess.PUBLIC)));
        for (CertificateFile file : certificates.filesFor(member)) {
            files.add(new NodeFile(store.resolve(file.stored()), file.target(), accessTo(file)));
        }
        return files;
    }

    /** Who may use a client's key reads it as one of a group; members' keys are their service's alone. */
    private FileAccess accessTo(CertificateFile file) {
        Optional<Path> shared = spec.profile()
                .filter(profile -> !profile.users().isEmpty())
                .map(profile -> profileClient(profile).key());
        if (shared.equals(Optional.of(file.target()))) {
            Owner readers = new Owner("root", spec.profile().orElseThrow().group());
            return FileAccess.of(GROUP_READS).withOwner(Optional.of(readers));
        }
        return access(file.secret() ? FileAccess.PRIVATE : FileAccess.PUBLIC);
    }

    private FileAccess access(FileAccess access) {
        return access.withOwner(Optional.of(owner()));
    }

    /** What login shells of the host are told, if anything. */
    public Optional<RenderedFile> profileFile() {
        return spec.profile().map(profile -> new RenderedFile(profile.file(), profileText(profile), FileAccess.PUBLIC));
    }

    /** Whoever cannot read the key is told nothing: etcdctl would fail with it where it works without. */
    private String profileText(ProfileSpec profile) {
        Pair client = profileClient(profile);
        MemberUrls urls = new MemberUrls(spec);
        String endpoints = spec.members().stream().map(urls::advertiseClients).collect(Collectors.joining(","));
        return """
                if [ -r %5$s ]; then
                    export ETCDCTL_API=3
                    export ETCDCTL_ENDPOINTS=%2$s
                    export ETCDCTL_CACERT=%3$s
                    export ETCDCTL_CERT=%4$s
                    export ETCDCTL_KEY=%5$s
                    case :$PATH: in *:%1$s:*) ;; *) PATH=$PATH:%1$s ;; esac
                fi
                """.formatted(
                        spec.etcd().directory(),
                        endpoints,
                        new ClusterCertificates(spec).authority(),
                        client.certificate(),
                        client.key());
    }

    private Pair profileClient(ProfileSpec profile) {
        ClusterCertificates certificates = new ClusterCertificates(spec);
        return profile.client().equals(ProfileSpec.MEMBER)
                ? certificates.server(member)
                : certificates.client(member, profile.client());
    }

    /** Parents first. */
    public List<NodeDirectory> directories() {
        Set<Path> open = new LinkedHashSet<>();
        List<Path> files = new ArrayList<>();
        configurationFile().ifPresent(file -> files.add(file.path()));
        certificates(Path.of("/"), Path.of("/ca")).forEach(file -> files.add(file.target()));
        files.forEach(file -> addParents(file, open));
        List<NodeDirectory> directories = new ArrayList<>();
        open.forEach(path -> directories.add(directory(path)));
        directories.add(NodeDirectory.own(configuration().dataDirectory(), access(FileAccess.PRIVATE_DIRECTORY)));
        return directories;
    }

    /** A directory of the system, such as {@code /etc/pki/tls/certs}, is not given to the user of etcd. */
    private NodeDirectory directory(Path path) {
        boolean own = path.startsWith(spec.certificates().directory())
                || path.toString().contains("etcd");
        return own ? NodeDirectory.own(path, access(FileAccess.PROGRAM)) : NodeDirectory.shared(path);
    }

    private static void addParents(Path file, Set<Path> directories) {
        Path parent = file.getParent();
        if (parent != null && !SYSTEM.contains(parent)) {
            addParents(parent, directories);
            directories.add(parent);
        }
    }

    /** The programs and where they are on the host. */
    public List<Path> programs() {
        return spec.etcd().programs().stream()
                .map(spec.etcd().directory()::resolve)
                .toList();
    }

    public FileAccess programAccess() {
        return FileAccess.of(spec.etcd().mode())
                .withOwner(Optional.of(owner(spec.etcd().owner())));
    }

    public Firewall firewall() {
        return new Firewall(host, spec.firewall().kind());
    }

    /** Who may reach the member: the others, and whom the cluster file names. */
    public List<FirewallRule> firewallRules() {
        ConfigurationSpec.Ports ports = configuration().ports();
        Set<FirewallRule> rules = new LinkedHashSet<>();
        for (NodeSpec other : spec.members()) {
            if (!other.equals(member)) {
                rules.add(new FirewallRule(other.address(), ports.client()));
                rules.add(new FirewallRule(other.address(), ports.peer()));
            }
        }
        spec.firewall().clients().forEach(source -> rules.add(new FirewallRule(source, ports.client())));
        spec.firewall().peers().forEach(source -> rules.add(new FirewallRule(source, ports.peer())));
        ports.metrics()
                .ifPresent(
                        port -> spec.firewall().metrics().forEach(source -> rules.add(new FirewallRule(source, port))));
        return List.copyOf(rules);
    }

    public HostNeeds needs() {
        List<Room> room = List.of(
                new Room(configuration().dataDirectory(), MEGABYTES_OF_DATA, false),
                new Room(spec.etcd().directory(), MEGABYTES_OF_PROGRAMS, true),
                new Room(spec.certificates().directory(), MEGABYTES_OF_SETTINGS, false),
                new Room(spec.service().file().resolveSibling(""), MEGABYTES_OF_SETTINGS, false));
        return new HostNeeds(
                true,
                room,
                spec.members().stream().map(this::neighbour).toList(),
                Optional.empty(),
                Optional.of(spec.service().account()),
                spec.token());
    }

    private Neighbour neighbour(NodeSpec other) {
        ConfigurationSpec.Advertising advertising = configuration().advertising();
        boolean named = Stream.of(advertising.clients(), advertising.peers(), advertising.initialCluster())
                .anyMatch(By.NAME::equals);
        List<Integer> ports = List.of(
                configuration().ports().client(), configuration().ports().peer());
        boolean reached = !other.equals(member) && spec.firewall().kind() == FirewallSpec.Kind.NONE;
        return new Neighbour(
                other.name(),
                named ? List.of(other.dnsName()) : List.of(),
                other.address(),
                reached ? ports : List.of());
    }
}
