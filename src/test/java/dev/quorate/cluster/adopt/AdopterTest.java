package dev.quorate.cluster.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.etcd.Member;
import dev.quorate.inventory.CertificateFile;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.MemberSettings;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.MemberVariables;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.Example;
import dev.quorate.inventory.file.SpecWriter;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.pki.CertificateAuthority;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.PkiStore;
import dev.quorate.provision.NodeLayout;
import dev.quorate.remote.FileAccess;
import dev.quorate.testing.FakeHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdopterTest {

    private static final String LIST =
            "systemctl list-units --type=service --all --plain --no-legend --no-pager 'etcd*'";

    @TempDir
    private Path directory;

    private final Map<String, FakeHost> hosts = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void findsAgainHowAnExampleIsConfigured(Example example) throws Exception {
        ClusterSpec built = quick(example);
        run(built);

        Adoption adoption = adopt(built);

        ClusterSpec adopted = adoption.spec();
        assertThat(adopted.token()).isEqualTo(built.token());
        assertThat(adopted.configuration()).isEqualTo(built.configuration());
        assertThat(adopted.service().name()).isEqualTo(built.service().name());
        assertThat(adopted.service().account().user())
                .isEqualTo(built.service().account().user());
        assertThat(adopted.certificates().mode()).isEqualTo(built.certificates().mode());
        assertThat(adopted.certificates().authority().request().subject())
                .isEqualTo(built.certificates().authority().request().subject());
        for (int index = 0; index < built.members().size(); index++) {
            assertThat(settings(adopted, index)).isEqualTo(settings(built, index));
        }
        assertThat(ClusterDocument.parse(Path.of("x"), SpecWriter.write(adopted, "adopted"))
                        .spec())
                .isEqualTo(adopted);
    }

    @Test
    void findsNamesKeysAndDaysInCertificates() throws Exception {
        run(quick(Example.EXAMPLE_004));

        ClusterSpec adopted = adopt(quick(Example.EXAMPLE_004)).spec();

        assertThat(adopted.certificates().names().extra()).contains("domain-name");
        assertThat(adopted.certificates().names().loopback()).containsExactly("127.0.0.1");
        var peer = adopted.certificates().role(CertificateProfile.PEER);
        assertThat(peer.template().subject()).hasToString("C=US, ST=San Francisco, L=CA, CN={member}");
        assertThat(peer.template().validity()).hasDays(1825);
        assertThat(peer.template().keyType()).hasToString("ec-p256");
        assertThat(peer.nodeCertificate()).isEqualTo("{member}.pem");
    }

    @Test
    void saysWhatIsWrongWithWhatItFinds() throws Exception {
        FakeHost host = host("member-1", """
                # /lib/systemd/system/etcd.service
                [Service]
                Type=notify
                ExecStart=/usr/bin/etcd --name member-1 --listen-client-urls http://0.0.0.0:2379 \\
                 --initial-cluster member-1=https://10.0.1.10:2380,member-2=https://10.0.1.10:2380
                """);

        Adoption adoption = new Adopter(node -> host)
                .adopt(
                        List.of(NodeSpec.of("member-1", "10.0.1.10")),
                        new Adopter.Request("old", new EtcdVersion(3, 1, 20), Optional.empty(), SshSpec.UNSET));

        assertThat(adoption.spec().service().account().user()).isEqualTo("root");
        assertThat(adoption.spec().configuration().form()).isEqualTo(Form.FLAGS);
        assertThat(adoption.remarks())
                .contains(
                        "member-1 has no initial-cluster-token, so it has etcd\'s default as many clusters have",
                        "two members of initial-cluster of member-1 share https://10.0.1.10:2380",
                        "member-1: it serves clients without TLS; the cluster file describes one that does not",
                        "member-1: its certificate could not be read; defaults stand in the file");
    }

    @Test
    void remarksOnCertificatesThatLackWhatMembersAreAdvertisedAs() throws Exception {
        ClusterSpec good = quick(Example.EXAMPLE_004);
        String text = Example.EXAMPLE_004.text().replaceAll("rsa-\\d+", "ec-p256");
        run(ClusterDocument.parse(
                        Path.of("004"),
                        text.replace("  server:\n", "  server:\n    extended-key-usages: [serverAuth]\n"))
                .spec());
        FakeHost first = hosts.get("member-1");
        first.answering(
                "systemctl cat --no-pager etcd.service",
                unit(good, good.members().getFirst())
                        .replace("advertise-client-urls=https://10.0.1.10", "advertise-client-urls=https://10.0.1.99"));

        assertThat(adopt(good).remarks())
                .contains(
                        "member-1: it is advertised as 10.0.1.99, which its certificate lacks: clients that follow that refuse it",
                        "member-2: its server certificate lacks clientAuth, so that etcd's own gateway and health check fail with "
                                + "\"bad certificate\"");
    }

    @Test
    void namesOfAllInEachCertificateAreGivenToTheirMembers() throws Exception {
        ClusterSpec built = ClusterDocument.parse(
                        Path.of("002"),
                        Example.EXAMPLE_002
                                .text()
                                .replaceAll("rsa-\\d+", "ec-p256")
                                .replace("pkcs1", "sec1")
                                .replace("advertise: {clients: name, peers: name}", "advertise: {clients: address}"))
                .spec();
        run(built);

        ClusterSpec adopted = adopt(built).spec();

        assertThat(adopted.members())
                .extracting(NodeSpec::names)
                .containsExactly(List.of("etcd1.vagrant"), List.of("etcd2.vagrant"), List.of("etcd3.vagrant"));
        assertThat(adopted.certificates().names().extra()).isEmpty();
    }

    @Test
    void remarksOnMembersThatDiffer() throws Exception {
        ClusterSpec built = quick(Example.EXAMPLE_002);
        run(built);
        Path file = Path.of("/etc/etcd/etcd.conf.yml");
        FakeHost second = hosts.get("etcd2");
        second.withFile(file, second.text(file) + "heartbeat-interval: 500\n", FileAccess.PUBLIC);

        assertThat(adopt(built).remarks()).contains("etcd2 differs from etcd1 in heartbeat-interval");
    }

    @Test
    void looksForTheUnitThatRuns() throws Exception {
        FakeHost host = host("a", "[Service]\nExecStart=/usr/bin/etcd --name a\n");
        host.answering(LIST, """
                etcd-backup.service loaded inactive dead backup
                etcd9.service not-found inactive dead etcd9
                etcd.service loaded active running etcd
                """);

        Adoption adoption = new Adopter(node -> host)
                .adopt(
                        List.of(NodeSpec.of("a", "10.0.0.1")),
                        new Adopter.Request("x", new EtcdVersion(3, 5, 16), Optional.empty(), SshSpec.UNSET));
        assertThat(adoption.spec().service().name()).isEqualTo("etcd");

        host.answering(LIST, "\n");
        assertThatThrownBy(() -> new Adopter(node -> host)
                        .adopt(
                                List.of(NodeSpec.of("a", "10.0.0.1")),
                                new Adopter.Request("x", new EtcdVersion(3, 5, 16), Optional.empty(), SshSpec.UNSET)))
                .hasMessage("no unit on a is called etcd");
    }

    @Test
    void readsTheUnitOfDebiansPackage() throws Exception {
        FakeHost host = host("node-1", """
                # /lib/systemd/system/etcd.service
                [Service]
                Environment=ETCD_NAME=%H
                Environment=ETCD_DATA_DIR=/var/lib/etcd/default
                EnvironmentFile=-/etc/default/%p
                ExecStart=/usr/bin/etcd $DAEMON_ARGS
                """);
        host.answering("uname -n", "the-host\n");
        host.withFile(Path.of("/etc/default/etcd"), "ETCD_LISTEN_PEER_URLS=https://10.0.0.1:2380\n", FileAccess.PUBLIC);

        FoundMember found = new MemberLook(host).at(NodeSpec.of("node-1", "10.0.0.1"), Optional.empty());

        assertThat(found.setting(Setting.NAME)).contains("the-host");
        assertThat(found.setting(Setting.LISTEN_PEER_URLS)).contains("https://10.0.0.1:2380");
        assertThat(found.unit().parsed().environmentFiles()).containsExactly(Path.of("/etc/default/etcd"));
    }

    @Test
    void aMemberThatLivesIsAsItShouldBeWhenTheClusterHasGrownSince() throws Exception {
        ClusterSpec built = quick(Example.EXAMPLE_002);
        run(built);
        List<NodeSpec> more = new ArrayList<>(built.members());
        more.add(NodeSpec.of("etcd4", "172.28.128.250"));
        ClusterSpec grown = built.withMembers(more);
        NodeSpec first = built.members().getFirst();
        FakeHost host = hosts.get(first.name());

        NodeLayout living = new NodeLayout(grown, first, host, State.NEW, true);
        NodeLayout beginning = new NodeLayout(grown, first, host, State.NEW, false);

        assertThat(new FoundMeaning(living).ofConfiguration(host)).isTrue();
        assertThat(new FoundMeaning(beginning).ofConfiguration(host)).isFalse();
    }

    @Test
    void takesHostsFromTheMembership() {
        List<NodeSpec> nodes = Adopter.nodes(
                List.of(
                        new Member(1, "a", List.of("https://[fd00::1]:2380"), List.of(), false),
                        new Member(0xb, "", List.of("https://b.lan:2380"), List.of(), true)),
                Map.of("a", "jump-a"));

        assertThat(nodes)
                .containsExactly(
                        NodeSpec.of("a", "fd00::1").withHost(Optional.of("jump-a")), NodeSpec.of("b", "b.lan"));
    }

    /** As the example is, but with keys that are made in no time. */
    private static ClusterSpec quick(Example example) {
        String text = example.text().replaceAll("rsa-\\d+", "ec-p256").replace("pkcs1", "sec1");
        return ClusterDocument.parse(Path.of(example.word()), text).spec();
    }

    private Adoption adopt(ClusterSpec built) throws InterruptedException {
        MemberUrls urls = new MemberUrls(built);
        List<Member> members = built.members().stream()
                .map(member -> new Member(
                        1,
                        member.name(),
                        List.of(urls.advertisePeers(member)),
                        List.of(urls.advertiseClients(member)),
                        false))
                .toList();
        return new Adopter(node -> hosts.get(node.name()))
                .adopt(
                        Adopter.nodes(members, Map.of()),
                        new Adopter.Request("adopted", built.etcd().version(), Optional.empty(), SshSpec.UNSET));
    }

    /** Puts on fake hosts what a cluster built by {@code spec} has. */
    private void run(ClusterSpec spec) throws IOException {
        PkiStore store = PkiStore.at(directory.resolve("pki"), Clock.systemUTC());
        CertificateAuthority authority =
                store.ensureAuthority(spec.certificates().authority().request());
        ClusterCertificates certificates = new ClusterCertificates(spec);
        store.issue(authority, certificates.plan().requests());
        for (NodeSpec member : spec.members()) {
            FakeHost host = host(member.name(), unit(spec, member));
            String service = spec.service().unit();
            host.answering(LIST, service + " loaded active running etcd\n");
            host.answering("systemctl cat --no-pager " + service, unit(spec, member));
            host.withFile(certificates.authority(), Files.readString(store.authorityFile()), FileAccess.PUBLIC);
            for (CertificateFile file : certificates.filesFor(member)) {
                if (!file.secret()) {
                    String pem = Files.readString(store.directory().resolve(file.stored()));
                    host.withFile(file.target(), pem, FileAccess.PUBLIC);
                }
            }
            host.withFile(spec.configuration().file(), configuration(spec, member), FileAccess.PUBLIC);
        }
    }

    private FakeHost host(String name, String unit) {
        FakeHost host = new FakeHost(name)
                .answering(LIST, "etcd.service loaded active running etcd\n")
                .answering("systemctl cat --no-pager etcd.service", unit)
                .answeringBeginning("sh -c 'user=$1 directory=$2", "");
        hosts.put(name, host);
        return host;
    }

    private static NodeSettings settings(ClusterSpec spec, int index) {
        return new MemberSettings(spec).of(spec.members().get(index), State.NEW);
    }

    private static String configuration(ClusterSpec spec, NodeSpec member) {
        NodeSettings settings = new MemberSettings(spec).of(member, State.NEW);
        if (spec.configuration().form() == Form.VARIABLES) {
            StringBuilder text = new StringBuilder();
            new MemberVariables(spec).of(member).forEach((name, value) -> text.append(name + "=" + value + "\n"));
            return text.toString();
        }
        return spec.configuration()
                .form()
                .rendered()
                .render(settings, spec.etcd().version());
    }

    private static String unit(ClusterSpec spec, NodeSpec member) {
        String program = spec.etcd().program().toString();
        NodeSettings settings = new MemberSettings(spec).of(member, State.NEW);
        String start = switch (spec.configuration().form()) {
            case YAML -> program + " --config-file " + spec.configuration().file();
            case ENVIRONMENT -> program;
            case FLAGS -> program + " " + flags(settings);
            case VARIABLES -> program + " " + flags(new MemberVariables(spec).settings(member, State.NEW));
        };
        return """
                # %s
                [Unit]
                Description=%s
                After=%s

                [Service]
                Type=notify
                User=%s
                EnvironmentFile=-%s
                ExecStart=%s
                Restart=on-failure
                """.formatted(
                        spec.service().file(),
                        spec.service().description(),
                        String.join(" ", spec.service().after()),
                        spec.service().account().user(),
                        spec.configuration().form() == Form.YAML
                                ? "/etc/none"
                                : spec.configuration().file(),
                        start);
    }

    private static String flags(NodeSettings settings) {
        StringBuilder flags = new StringBuilder();
        settings.values().forEach((setting, value) -> flags.append("--" + setting.flag() + "=" + value + " "));
        return flags.toString();
    }
}
