package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.pki.AuthorityRequest;
import dev.quorate.pki.PkiStore;
import dev.quorate.pki.StoreImports;
import dev.quorate.pki.Subject;
import dev.quorate.testing.FakeInvocation;
import dev.quorate.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCommandsTest {

    @TempDir
    private Path home;

    private ClusterConsole console;

    @BeforeEach
    void open() {
        console = new ClusterConsole(home);
    }

    @Test
    void importsWhatHcloudAnswers() throws Exception {
        console.local().answering("hcloud server list -o json --selector etcd=true", """
                        [{"name": "node-1", "public_net": {"ipv4": {"ip": "203.0.113.1"}}, "private_net": [{"ip": "10.1.1.1"}]}]
                        """);

        console.run("cluster", "import", "prod", "--selector", "etcd=true", "--like", "000");

        ClusterSpec spec = ClusterFile.load(console.file("prod"));
        assertThat(spec.members())
                .containsExactly(NodeSpec.of("node-1", "10.1.1.1").withHost(Optional.of("203.0.113.1")));
        assertThat(spec.certificates().directory()).hasToString("/etc/etcd");
        assertThat(Files.readString(console.file("prod")))
                .contains("# Its members came from hcloud, labels etcd=true.");
    }

    @Test
    void tellsWhatHcloudComplainsOf() {
        console.local().answering("hcloud server list -o json", 1, "", "hcloud: no active context or token\n");

        assertThatThrownBy(() -> console.run("cluster", "import", "prod", "--hcloud"))
                .hasMessageContaining("hcloud: no active context or token");
    }

    @Test
    void importsATableFromStandardInput() throws Exception {
        FakeInvocation line = console.prepare("cluster", "import", "prod", "-")
                .typing("etcd1 10.0.0.1", "what is this?", "etcd2 10.0.0.2");

        console.run(line);

        assertThat(ClusterFile.load(console.file("prod")).members()).hasSize(2);
        assertThat(line.notes().getFirst()).isEqualTo("line 2 is no \"NAME ADDRESS [HOST]\": what is this?");
    }

    @Test
    void tellsTheFirstOfManyMistakesOnly() throws Exception {
        String[] garbage = "prose ".repeat(40).split(" ");
        garbage[0] = "etcd1 10.0.0.1";
        garbage[1] = "long ".repeat(100);
        FakeInvocation line = console.prepare("cluster", "import", "prod", "-").typing(garbage);

        console.run(line);

        assertThat(line.notes()).contains("and 29 more that were left out").allMatch(note -> note.length() < 200);
    }

    @Test
    void saysOnceForTheClusterWhatAllHostsShare() throws Exception {
        Path inventory = Files.writeString(home.resolve("inventory.ini"), """
                [etcd]
                a ansible_host=10.0.0.1
                b ansible_host=10.0.0.2
                [etcd:vars]
                ansible_user=ann
                """);

        console.run("cluster", "import", "prod", inventory.toString());

        ClusterSpec spec = ClusterFile.load(console.file("prod"));
        assertThat(spec.ssh().user()).contains("ann");
        assertThat(spec.members()).containsExactly(NodeSpec.of("a", "10.0.0.1"), NodeSpec.of("b", "10.0.0.2"));
    }

    @Test
    void importsWhatIsWrittenForAMemberWithATokenOfItsOwn() throws Exception {
        Path file = Files.writeString(home.resolve("etcd.conf.yml"), """
                name: etcd1
                listen-peer-urls: https://10.0.0.1:2380
                initial-advertise-peer-urls: https://10.0.0.1:2380
                initial-cluster: etcd1=https://10.0.0.1:2380,etcd2=https://10.0.0.2:2380
                """);
        FakeInvocation line = console.prepare(
                "cluster", "import", "prod", file.toString(), "--ssh-user", "ann", "--etcd-version", "3.5.16");

        console.run(line);

        ClusterSpec spec = ClusterFile.load(console.file("prod"));
        assertThat(spec.members()).containsExactly(NodeSpec.of("etcd1", "10.0.0.1"), NodeSpec.of("etcd2", "10.0.0.2"));
        assertThat(spec.token()).isEqualTo(ClusterConsole.TOKEN);
        assertThat(spec.ssh().user()).contains("ann");
        assertThat(spec.etcd().version()).hasToString("3.5.16");
        assertThat(line.notes())
                .contains(
                        "etcd1 has no initial-cluster-token, so it has etcd\'s default as many clusters have",
                        "etcd2: there is no file of its own; it is as the others say");
        assertThatThrownBy(() -> console.run("cluster", "import", "other", home.toString(), "--like", "000"))
                .hasMessageContaining("has files of members");
    }

    @Test
    void refusesSourcesWithoutMembers() {
        assertThatThrownBy(() -> console.run("cluster", "import", "prod"))
                .hasMessage("where the members come from is not said");
        assertThatThrownBy(() -> console.run(
                        console.prepare("cluster", "import", "prod", "-").typing("garbage")))
                .hasMessage("no member was found");
        assertThatThrownBy(() -> console.run(
                        "cluster", "import", "prod", home.resolve("none").toString()))
                .hasMessage("there is no " + home.resolve("none"));
        assertThatThrownBy(() -> console.run(
                        console.prepare("cluster", "import", "prod", "-").typing("[etcd]\na=b\0c\n")))
                .hasMessage("standard input is no text");
        assertThat(console.file("prod")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubeadm", "environment", "aliases", "ansible", "ssh-config"})
    void exportsForOtherTools(String format) throws Exception {
        console.run("cluster", "init", "prod", "--like", "004");

        String written = console.run("cluster", "export", format, "prod").written();

        Golden.of(ExchangeCommandsTest.class).check(format + ".txt", written.replace(home.toString(), "/HOME"));
    }

    @Test
    void aliasesWorkInBashFromAnyDirectory() throws Exception {
        console.run("cluster", "init", "prod", "--like", "001");
        Path file = home.resolve("aliases with space.sh");
        Files.writeString(
                file, console.run("cluster", "export", "aliases", "prod").written());
        Path etcdctl = Files.writeString(home.resolve("etcdctl"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        etcdctl.toFile().setExecutable(true);

        List<String> lines = bash("PATH='" + home + "':$PATH; . '" + file + "'; cd /; etcdctl_node2 get 'a b' -w json");

        Path pki = home.resolve("clusters/prod/pki");
        assertThat(lines)
                .containsExactly(
                        "--endpoints=https://k8s1-etcd2.k8s.lan:2379",
                        "--cacert=" + pki.resolve("ca.crt"),
                        "--cert=" + pki.resolve("admin.pem"),
                        "--key=" + pki.resolve("admin-key.pem"),
                        "get",
                        "a b",
                        "-w",
                        "json");
    }

    @Test
    void aliasesWorkWhereTheEnvironmentOfAClusterIsReadToo() throws Exception {
        console.run("cluster", "init", "prod", "--like", "001");
        Path aliases = home.resolve("aliases.sh");
        Files.writeString(
                aliases, console.run("cluster", "export", "aliases", "prod").written());
        Path environment = home.resolve("environment.sh");
        Files.writeString(
                environment,
                console.run("cluster", "export", "environment", "prod").written());
        Path etcdctl = Files.writeString(home.resolve("etcdctl"), "#!/bin/sh\nenv | grep ETCDCTL_ | sort\n");
        etcdctl.toFile().setExecutable(true);

        List<String> lines = bash("PATH='" + home + "':$PATH; . " + environment + "; . " + aliases
                + "; etcdctl_node2 get x; echo $ETCDCTL_CACERT");

        assertThat(lines)
                .containsExactly(
                        "ETCDCTL_API=3",
                        home.resolve("clusters/prod/pki/ca.crt").toString());
    }

    @Test
    void exportsTheAuthorityThatIsKeptUnderItsOwnName() throws Exception {
        console.run("cluster", "init", "prod", "--like", "001");
        Path pki = home.resolve("clusters/prod/pki");
        PkiStore other = PkiStore.at(home.resolve("other"), Clock.systemUTC());
        other.ensureAuthority(AuthorityRequest.of(Subject.ofCommonName("Own")));
        Path own = Files.copy(other.authorityFile(), home.resolve("own-ca.pem"));
        new StoreImports(PkiStore.at(pki, Clock.systemUTC())).authority(own, Optional.empty(), PkiStore.NO_PASSPHRASE);

        String written = console.run("cluster", "export", "environment", "prod").written();

        assertThat(written).contains("export ETCDCTL_CACERT=" + pki.resolve("own-ca.pem") + "\n");
    }

    @Test
    void exportsHowAClusterThatOthersBuiltIsReached() throws Exception {
        console.run("cluster", "init", "prod", "--like", "001");
        EtcdSettings.Tls saved = new EtcdSettings.Tls(
                Optional.of(Path.of("/keys/ca.crt")),
                Optional.of(Path.of("/keys/me.crt")),
                Optional.of(Path.of("/keys/me.key")),
                false);
        console.adopted(
                "prod",
                new EtcdSettings(
                        List.of(),
                        saved,
                        Optional.empty(),
                        EtcdSettings.Timeouts.DEFAULT,
                        EtcdSettings.KeepAlive.DEFAULT));

        String written = console.run("cluster", "export", "environment", "prod").written();

        assertThat(written)
                .contains("ETCDCTL_CACERT=/keys/ca.crt\n", "ETCDCTL_CERT=/keys/me.crt\n", "ETCDCTL_KEY=/keys/me.key\n");
    }

    @Test
    void hostsAreKnownToAnsibleByTheFileThatIsToldHere() throws Exception {
        Files.createDirectories(console.file("prod").getParent());
        Files.writeString(console.file("prod"), """
                name: prod
                token: abc
                members:
                  - {name: etcd1, address: 10.0.0.1}
                ssh: {jump: ann@bastion, known-hosts: "/a b/known_hosts"}
                """);

        String written = console.run("cluster", "export", "ansible", "prod").written();

        assertThat(written)
                .contains("ansible_ssh_common_args: \"-J ann@bastion -o 'UserKnownHostsFile=/a b/known_hosts'\"");
    }

    @Test
    void ansibleInventoryComesBackAsTheSameMembers() throws Exception {
        console.run(
                "cluster", "init", "prod", "--member", "a=10.0.0.1@h1", "--member", "b=10.0.0.2", "--ssh-user", "ann");
        Path inventory = home.resolve("inventory.yml");
        Files.writeString(
                inventory, console.run("cluster", "export", "ansible", "prod").written());

        console.run("cluster", "import", "again", inventory.toString());

        ClusterSpec prod = ClusterFile.load(console.file("prod"));
        assertThat(ClusterFile.load(console.file("again"))).isEqualTo(prod.named("again"));
    }

    private static List<String> bash(String script) throws IOException {
        Process process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
