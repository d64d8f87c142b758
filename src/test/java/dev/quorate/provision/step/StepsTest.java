package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.HostNeeds;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeDirectory;
import dev.quorate.provision.NodeFile;
import dev.quorate.provision.OtherForms;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFacts;
import dev.quorate.remote.ReadOnlyHost;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.testing.FakeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {

    private static final Path DATA = Path.of("/var/lib/etcd");
    private static final Path CONFIGURATION = Path.of("/etc/etcd/etcd.yaml");
    private static final Path ETCD = Path.of("/usr/bin/etcd");
    private static final String TCP_HEADER = "  sl  local_address rem_address   st tx_queue rx_queue\n";

    private final FakeHost host = new FakeHost("host1");

    @Test
    void anyMachineButLinuxIsRefused() throws Exception {
        host.withFacts(new HostFacts("Darwin", "arm64", "", "operator"));

        assertThat(new CheckHost(node(), HostNeeds.NONE).inspect())
                .isEqualTo(StepState.blocked("etcd is kept on Linux only, and this is Darwin", "use a Linux host"));
    }

    @Test
    void namesTheAddressAnotherProcessListensOn() throws Exception {
        host.answeringBeginning("sh -c 'for inode", "");
        listening(
                "0100000A:094B 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711",
                "0200000A:094C 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711");

        assertThat(new CheckHost(node(), HostNeeds.NONE).inspect())
                .isEqualTo(StepState.blocked(
                        "another process listens on 10.0.0.1:2379",
                        "find it with 'ss -ltnp' and stop it, or choose another port"));
    }

    @Test
    void namesTheProcessThatHoldsAPortAndItsUnitWhereTheyCanBeSeen() throws Exception {
        host.answeringBeginning("sh -c 'for inode", "812 etcd.service etcd\n");
        listening("00000000:094B 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711");

        assertThat(new CheckHost(node(), HostNeeds.NONE).inspect())
                .isEqualTo(StepState.blocked(
                        "another process listens on 10.0.0.1:2379: etcd (pid 812, unit etcd.service)",
                        "'systemctl disable --now etcd.service', or choose another port"));
    }

    @Test
    void aProcessOfNoUnitIsToBeStoppedByHand() throws Exception {
        host.answeringBeginning("sh -c 'for inode", "812 . my server\n");
        listening("00000000:094B 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711");

        assertThat(new CheckHost(node(), HostNeeds.NONE).inspect())
                .isEqualTo(StepState.blocked(
                        "another process listens on 10.0.0.1:2379: my server (pid 812)",
                        "stop it, or choose another port"));
    }

    @Test
    void aWildcardListenerTakesEveryAddress() throws Exception {
        host.answeringBeginning("sh -c 'for inode", "");
        listening("00000000:094C 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711");

        assertThat(new CheckHost(node(), HostNeeds.NONE).inspect())
                .isInstanceOfSatisfying(
                        StepState.Blocked.class,
                        blocked -> assertThat(blocked.reason()).isEqualTo("another process listens on 10.0.0.1:2380"));
    }

    @Test
    void aConnectionIsNoListener() throws Exception {
        listening("0100000A:094B 0200000A:D431 01");

        assertThat(new CheckHost(node(), HostNeeds.NONE).inspect()).isEqualTo(StepState.done("debian 12"));
    }

    @Test
    void theMembersOwnPortsAreItsOwn() throws Exception {
        host.withService("etcd", State.RUNNING);
        listening("0100000A:094B 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711");

        assertThat(new CheckHost(node(), HostNeeds.NONE).inspect()).isEqualTo(StepState.done("etcd is running"));
    }

    @Test
    void binariesOfTheVersionAskedForAreFound() throws Exception {
        etcdSays("etcd Version: 3.5.30\nGit SHA: Not provided\n");

        assertThat(new CheckBinaries(node()).inspect()).isEqualTo(StepState.done("etcd 3.5.30 at /usr/bin/etcd"));
    }

    @Test
    void binariesOfAnotherVersionAreRefused() throws Exception {
        etcdSays("etcd Version: 3.4.23\n");

        assertThat(new CheckBinaries(node()).inspect())
                .isEqualTo(StepState.blocked("/usr/bin/etcd is etcd 3.4.23, not 3.5.30", "put etcd 3.5.30 there"));
    }

    @Test
    void directoriesAreMadeForTheirOwnerAlone() throws Exception {
        Step step = new PrepareDirectories(host, List.of(directory(Path.of("/etc/etcd/pki")), directory(DATA)));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "missing or with other access",
                        List.of("/etc/etcd/pki (0700 etcd:etcd)", "/var/lib/etcd (0700 etcd:etcd)")));
        step.apply();
        assertThat(step.inspect()).isEqualTo(StepState.done());
    }

    @Test
    void aDirectoryOpenToOthersIsClosed() throws Exception {
        host.withDirectory(DATA, FileAccess.PROGRAM.withOwner(owner()));

        assertThat(new PrepareDirectories(host, List.of(directory(DATA))).inspect())
                .isEqualTo(StepState.needed("missing or with other access", List.of("/var/lib/etcd (0700 etcd:etcd)")));
    }

    @Test
    void aFileInThePlaceOfADirectoryIsLeftAlone() throws Exception {
        host.withFile(DATA, "precious", FileAccess.PUBLIC);

        assertThat(new PrepareDirectories(host, List.of(directory(DATA))).inspect())
                .isEqualTo(StepState.blocked("/var/lib/etcd is no directory", "move it away"));
    }

    @Test
    void certificatesNotYetIssuedAreUnknown(@TempDir Path store) throws Exception {
        NodeFile file = new NodeFile(store.resolve("a.crt"), Path.of("/pki/a.crt"), FileAccess.PUBLIC);

        assertThat(new DistributeCertificates(host, List.of(file)).inspect())
                .isEqualTo(StepState.unknownUntil("issue certificates"));
    }

    @Test
    void onlyCertificatesThatDifferAreDistributed(@TempDir Path store) throws Exception {
        Path same = Files.writeString(store.resolve("same.crt"), "same");
        Path other = Files.writeString(store.resolve("other.key"), "other");
        host.withFile(Path.of("/pki/same.crt"), "same", FileAccess.PUBLIC)
                .withFile(Path.of("/pki/other.key"), "older", FileAccess.PUBLIC);
        Step step = new DistributeCertificates(
                host,
                List.of(
                        new NodeFile(same, Path.of("/pki/same.crt"), FileAccess.PUBLIC),
                        new NodeFile(other, Path.of("/pki/other.key"), FileAccess.PRIVATE)));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed("missing or different", List.of("/pki/other.key (0600)")));
        step.apply();
        assertThat(host.changes()).containsExactly("write /pki/other.key 0600");
        assertThat(step.inspect()).isEqualTo(StepState.done());
    }

    @Test
    void aFileIsAsOldAsItsContentWhenOnlyItsAccessWasWrong(@TempDir Path store) throws Exception {
        Path key = Files.writeString(store.resolve("own.key"), "secret");
        host.withFile(Path.of("/pki/own.key"), "secret", FileAccess.PUBLIC);
        host.withFile(CONFIGURATION, node().configurationFile().content(), FileAccess.PRIVATE.withOwner(owner()));

        new DistributeCertificates(host, List.of(new NodeFile(key, Path.of("/pki/own.key"), FileAccess.PRIVATE)))
                .apply();
        new WriteNodeConfig(node(), Optional.of(node().configurationFile()), OtherForms.NONE).apply();

        assertThat(host.changes())
                .containsExactly("access /pki/own.key 0600", "access /etc/etcd/etcd.yaml 0644 etcd:etcd");
    }

    @Test
    void aConfigurationIsShownAsDifference() throws Exception {
        Step step = new WriteNodeConfig(node(), Optional.of(node().configurationFile()), OtherForms.NONE);
        String wanted = node().configurationFile().content();
        host.withFile(CONFIGURATION, wanted.replace("name: etcd1", "name: old"), FileAccess.PUBLIC);

        assertThat(step.inspect())
                .isEqualTo(
                        StepState.needed("/etc/etcd/etcd.yaml is different", List.of("- name: old", "+ name: etcd1")));
        step.apply();
        assertThat(host.text(CONFIGURATION)).isEqualTo(wanted);
        assertThat(step.inspect()).isEqualTo(StepState.done());
    }

    @Test
    void aConfigurationOfTheWrongModeIsWrittenAgain() throws Exception {
        host.withFile(CONFIGURATION, node().configurationFile().content(), FileAccess.PRIVATE.withOwner(owner()));

        assertThat(new WriteNodeConfig(node(), Optional.of(node().configurationFile()), OtherForms.NONE).inspect())
                .isEqualTo(StepState.needed("/etc/etcd/etcd.yaml should be 0644 etcd:etcd"));
    }

    @Test
    void startsWhatIsStoppedAndLetsGoOnWhatIsPaused() throws Exception {
        Step step = new StartMember(node());

        assertThat(step.inspect()).isEqualTo(StepState.needed("is stopped"));
        step.apply();
        assertThat(step.inspect()).isEqualTo(StepState.done("running"));
        host.withService("etcd", State.PAUSED);
        assertThat(step.inspect()).isEqualTo(StepState.needed("is paused"));
        step.apply();
        assertThat(host.changes()).containsExactly("start etcd", "resume etcd");
    }

    @Test
    void neverStartsAMemberWhoseDataIsLost() throws Exception {
        host.withService("etcd", State.DEAD);

        assertThat(new StartMember(joined()).inspect())
                .isEqualTo(StepState.blocked(
                        "the cluster counts on the data of etcd1, and there is none in /var/lib/etcd",
                        "remove the member and add it again, empty"));
        host.withDirectory(DATA.resolve("member"), FileAccess.PRIVATE_DIRECTORY);
        assertThat(new StartMember(joined()).inspect()).isEqualTo(StepState.needed("has died"));
    }

    @Test
    void stopsWhatIsAlive() throws Exception {
        host.withService("etcd", State.PAUSED);
        Step step = new StopMember(node());

        assertThat(step.inspect()).isEqualTo(StepState.needed("is paused"));
        step.apply();
        assertThat(step.inspect()).isEqualTo(StepState.done("not running"));
    }

    @Test
    void parksDataOfAStoppedMemberOnly() throws Exception {
        host.withDirectory(DATA.resolve("member"), FileAccess.PRIVATE_DIRECTORY).withService("etcd", State.RUNNING);
        Step step = new ParkDataDirectory(node(), "20261120T101112Z");

        assertThat(step.inspect()).isEqualTo(StepState.unknownUntil("stop member"));
        host.withService("etcd", State.STOPPED);
        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "has data", List.of("rename /var/lib/etcd to /var/lib/etcd.parked-20261120T101112Z")));
        step.apply();
        assertThat(step.inspect()).isEqualTo(StepState.done("no data"));
        assertThat(host.files().list(Path.of("/var/lib/etcd.parked-20261120T101112Z")))
                .containsExactly("member");
    }

    @Test
    void noStepChangesAnythingByLooking() throws Exception {
        etcdSays("etcd Version: 3.5.30\n");
        listening();
        Node node = node(new ReadOnlyHost(host), false);

        for (Step step : List.of(
                new CheckHost(node, HostNeeds.NONE),
                new CheckBinaries(node),
                new PrepareDirectories(new ReadOnlyHost(host), List.of(directory(DATA))),
                new WriteNodeConfig(node, Optional.of(node.configurationFile()), OtherForms.NONE),
                new StartMember(node),
                new StopMember(node),
                new ParkDataDirectory(node, "now"))) {
            step.inspect();
        }

        assertThat(host.changes()).isEmpty();
        assertThatThrownBy(() -> new StartMember(node).apply()).isInstanceOf(IllegalStateException.class);
    }

    private static NodeDirectory directory(Path path) {
        return NodeDirectory.own(path, FileAccess.PRIVATE_DIRECTORY.withOwner(owner()));
    }

    private void etcdSays(String output) {
        host.withFile(ETCD, "elf", FileAccess.PROGRAM).answering("/usr/bin/etcd --version", output);
    }

    private void listening(String... sockets) {
        StringBuilder table = new StringBuilder(TCP_HEADER);
        for (int i = 0; i < sockets.length; i++) {
            table.append("   ").append(i).append(": ").append(sockets[i]).append(" 00000000:00000000\n");
        }
        host.withFile(Path.of("/proc/net/tcp"), table.toString(), FileAccess.PUBLIC);
    }

    private Node node() {
        return node(host, false);
    }

    private Node joined() {
        return node(host, true);
    }

    private static Optional<FileAccess.Owner> owner() {
        return Optional.of(new FileAccess.Owner("etcd", "etcd"));
    }

    private static Node node(Host host, boolean joined) {
        NodeSettings settings = NodeSettings.NONE
                .with(Setting.NAME, "etcd1")
                .with(Setting.DATA_DIR, DATA)
                .with(Setting.LISTEN_CLIENT_URLS, "https://10.0.0.1:2379")
                .with(Setting.LISTEN_PEER_URLS, "https://10.0.0.1:2380");
        return new Node(
                "etcd1",
                host,
                "etcd",
                new Node.Program(ETCD, new EtcdVersion(3, 5, 30)),
                new Node.Configuration(ConfigurationForm.YAML_FILE, CONFIGURATION, settings),
                owner(),
                joined);
    }
}
