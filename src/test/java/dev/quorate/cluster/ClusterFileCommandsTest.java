package dev.quorate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.inventory.file.Example;
import dev.quorate.output.OutputFormat;
import dev.quorate.testing.FakeInvocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFileCommandsTest {

    @TempDir
    private Path home;

    private ClusterConsole console;

    @BeforeEach
    void open() {
        console = new ClusterConsole(home);
    }

    @Test
    void initWritesAFileOfFlagsThatOnlyItsOwnerReads() throws Exception {
        FakeInvocation line = console.run(
                "cluster",
                "init",
                "prod",
                "--member",
                "a=10.0.0.1",
                "--member",
                "b=10.0.0.2@203.0.113.2",
                "--member",
                "c=fd00::3",
                "--etcd-version",
                "3.5.16",
                "--ssh-user",
                "ann");

        ClusterSpec spec = ClusterFile.load(console.file("prod"));
        assertThat(spec.token()).isEqualTo(ClusterConsole.TOKEN);
        assertThat(spec.members())
                .containsExactly(
                        NodeSpec.of("a", "10.0.0.1"),
                        NodeSpec.of("b", "10.0.0.2").withHost(Optional.of("203.0.113.2")),
                        NodeSpec.of("c", "fd00::3"));
        assertThat(spec.etcd().version()).hasToString("3.5.16");
        assertThat(spec.ssh().user()).contains("ann");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(console.file("prod"))))
                .isEqualTo("rw-------");
        assertThat(line.notes().getFirst()).isEqualTo("wrote " + console.file("prod"));
    }

    @Test
    void initAsksAPersonForNameAndMembers() throws Exception {
        FakeInvocation line = console.prepare("cluster", "init")
                .atTerminal()
                .typing(
                        "",
                        "| etcd1 | 10.0.0.1 |",
                        "nonsense",
                        "etcd2 10.0.0.2 host2",
                        "etcd2 10.0.0.9",
                        "etcd3,10.0.0.3",
                        "");

        console.run(line);

        assertThat(ClusterFile.load(console.file("prod")).members())
                .extracting(NodeSpec::name)
                .containsExactly("etcd1", "etcd2", "etcd3");
        assertThat(line.notes())
                .contains(
                        "\"nonsense\" is no \"NAME ADDRESS [HOST]\"",
                        "there is etcd2 10.0.0.2 already: each needs a name and an address of its own");
    }

    @ParameterizedTest
    @EnumSource
    void initLikeAnExampleKeepsAllItsSettings(Example example) throws Exception {
        console.run("cluster", "init", "mine", "--like", example.word());

        assertThat(ClusterFile.load(console.file("mine")))
                .isEqualTo(example.spec().named("mine").withToken(ClusterConsole.TOKEN));
    }

    @Test
    void initReplacesNothingUnasked() throws Exception {
        console.run("cluster", "init", "prod", "--like", "000");
        byte[] before = Files.readAllBytes(console.file("prod"));

        assertThatThrownBy(() -> console.run("cluster", "init", "prod", "--like", "001"))
                .hasMessage(console.file("prod") + " is there already");
        assertThat(Files.readAllBytes(console.file("prod"))).isEqualTo(before);

        console.run("cluster", "init", "prod", "--like", "001", "--force");
        assertThat(console.file("prod").resolveSibling("cluster.yaml.before")).hasBinaryContent(before);
    }

    @Test
    void initPrintsWhereItIsToldTo() throws Exception {
        FakeInvocation line = console.run("cluster", "init", "prod", "--like", "004", "--print");

        assertThat(line.written())
                .startsWith("# What the cluster prod should be.\n")
                .contains("form: flags");
        assertThat(console.file("prod")).doesNotExist();
    }

    @Test
    void initOnADryRunWritesNothing() throws Exception {
        console.run(console.prepare("cluster", "init", "prod", "--like", "004").asDryRun());

        assertThat(console.file("prod")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"etcd1", "=10.0.0.1", "etcd1=", "a=b c", "a=10.0.0.1@"})
    void initRefusesWhatIsNoMember(String member) {
        assertThatThrownBy(() -> console.run("cluster", "init", "prod", "--member", member))
                .hasMessage("\"" + member + "\" is no member");
    }

    @Test
    void initSaysInAScriptWhatItLacks() {
        assertThatThrownBy(() -> console.run("cluster", "init")).hasMessage("the new cluster has no name");
        assertThatThrownBy(() -> console.run("cluster", "init", "prod")).hasMessage("the new cluster has no members");
        assertThatThrownBy(() -> console.run("cluster", "init", "../x", "--like", "000"))
                .hasMessage("\"../x\" cannot name a cluster");
    }

    @Test
    void lintSaysWhereLikeACompilerAndFailsOnFaults() throws Exception {
        Path file =
                Files.writeString(home.resolve("bad.yaml"), "name: x\nmembers:\n  - name: a\n    adress: 10.0.0.1\n");
        FakeInvocation line = console.prepare("cluster", "lint", "--file", file.toString());

        assertThatThrownBy(() -> console.run(line)).hasMessage("2 findings in " + file + " must be mended");

        assertThat(line.written()).isEqualTo("""
                FILE:3:5: blocker: members[0].address is missing; say where the others reach it: "address: 10.0.0.1"
                FILE:4:5: blocker: there is no setting members[0].adress; did you mean address?
                """.replace("FILE", file.toString()));
    }

    @Test
    void lintIsContentWithWarnings() throws Exception {
        console.run("cluster", "init", "prod", "--like", "003");

        FakeInvocation line = console.run(console.prepare(OutputFormat.JSON, "cluster", "lint", "prod"));

        assertThat(line.written()).contains("\"severity\":\"warning\",\"line\":8,\"column\":1");
    }

    @Test
    void theOnlyClusterIsMeantUnlessAnotherIsNamed() throws Exception {
        console.run("cluster", "init", "one", "--like", "000");
        assertThat(console.run("cluster", "lint").written()).contains("nothing to find fault with");

        console.run("cluster", "init", "two", "--like", "001");
        assertThatThrownBy(() -> console.run("cluster", "lint")).hasMessage("which cluster is meant is not clear");
        assertThatThrownBy(() -> console.run("cluster", "lint", "three")).hasMessage("no cluster file for \"three\"");
    }

    @Test
    void listCountsFaultsOfFilesThatHaveThem() throws Exception {
        console.run("cluster", "init", "one", "--like", "000");
        Files.writeString(console.file("one"), "nam: x\n");

        assertThat(console.run("cluster", "list").written()).startsWith("one, 0, 3.5.30, , 3, ");
    }

    @Test
    void showsTheConfigurationOfAMemberAsItWillBeWritten() throws Exception {
        console.run("cluster", "init", "prod", "--like", "000");

        FakeInvocation line = console.run("cluster", "show", "prod", "--member", "node-2");

        assertThat(line.written().lines())
                .contains(
                        "ETCD_NAME=node-2",
                        "ETCD_INITIAL_CLUSTER="
                                + "node-1=https://10.1.1.1:2380,node-2=https://10.1.1.2:2380,node-3=https://10.1.1.3:2380",
                        "ETCD_LISTEN_CLIENT_URLS=https://10.1.1.2:2379,https://127.0.0.1:2379",
                        "ETCD_CERT_FILE=/etc/etcd/server.crt");
        assertThatThrownBy(() -> console.run("cluster", "show", "prod", "--member", "node-9"))
                .hasMessage("no member named \"node-9\"");
    }

    @Test
    void quorumTableIsTheKnownOne() throws Exception {
        assertThat(console.run("quorum", "table").written().lines())
                .containsExactlyElementsOf(List.of(
                        "1, 1, 0", "2, 2, 0", "3, 2, 1", "4, 3, 1", "5, 3, 2", "6, 4, 2", "7, 4, 3", "8, 5, 3",
                        "9, 5, 4"));
        assertThat(console.run("cluster", "quorum-table", "--up-to", "1").written())
                .isEqualTo("1, 1, 0\n");
    }
}
