package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.NodeProgram;
import dev.quorate.provision.OtherForms;
import dev.quorate.provision.binary.ProgramChoice;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.HostFacts;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.testing.FakeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostStepsTest {

    private static final Path UNIT = Path.of("/etc/systemd/system/etcd.service");
    private static final Path CONFIGURATION = Path.of("/etc/etcd/etcd.conf.yml");
    private static final Path ENVIRONMENT = Path.of("/etc/default/etcd");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final long NOON_SECONDS = 1_795_176_000L;

    private final FakeHost host = new FakeHost("etcd1");
    private final FakeHost other = new FakeHost("etcd2");
    private final NodeLayout layout = layout();

    @Test
    void clocksThatAgreeAreFine() throws Exception {
        saying(host, NOON_SECONDS);
        saying(other, NOON_SECONDS);

        assertThat(clocks().inspect()).isEqualTo(StepState.done("0 ms apart"));
    }

    @Test
    void aClockOffByAYearIsRefused() throws Exception {
        saying(host, NOON_SECONDS);
        saying(other, NOON_SECONDS - 31_536_000);

        assertThat(clocks().inspect())
                .isEqualTo(StepState.blocked(
                        "the clock of etcd2 is 365 days behind", "set the clocks there, by NTP for one"));
    }

    @Test
    void aClockOffBySecondsIsAWarning() throws Exception {
        saying(host, NOON_SECONDS);
        saying(other, NOON_SECONDS + 3);

        assertThat(clocks().inspect())
                .isEqualTo(StepState.done("3000 ms apart", List.of("the clock of etcd2 is 3.0 s ahead")));
    }

    @Test
    void theOperatorsOwnClockIsToBlameWhereAllHostsAgree() throws Exception {
        saying(host, NOON_SECONDS + 86_400 * 30);
        saying(other, NOON_SECONDS + 86_400 * 30);

        assertThat(clocks().inspect())
                .isInstanceOfSatisfying(
                        StepState.Blocked.class,
                        blocked -> assertThat(blocked.reason())
                                .isEqualTo("the clock of this machine is wrong: every host finds it 30 days behind"));
    }

    @Test
    void aUserThatIsThereStays() throws Exception {
        CreateUser step = new CreateUser(host, Account.DEFAULT);
        host.answering(step.look().line(), "passwd\ngroup\n")
                .answering("getent passwd etcd", "etcd:x:999:997::/var/lib/etcd:/bin/sh\n");

        assertThat(step.inspect()).isEqualTo(StepState.done("etcd is there"));
        assertThat(new RemoveUser(host, Account.DEFAULT).inspect())
                .isEqualTo(StepState.done("etcd was there before and stays"));
    }

    @Test
    void aUserThatIsMissingIsMadeWithoutHomeAndLogin() throws Exception {
        CreateUser step = new CreateUser(host, Account.DEFAULT);
        host.answering(step.look().line(), 2, "", "");

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "there is no etcd:etcd",
                        List.of(
                                "groupadd --system etcd",
                                "useradd --system --no-create-home --gid etcd --shell /usr/sbin/nologin"
                                        + " --comment 'etcd (made by quorate)' etcd")));
    }

    @Test
    void aUserThatAPlanMadeIsRemoved() throws Exception {
        host.answering("getent passwd etcd", "etcd:x:999:997:etcd (made by quorate):/:/usr/sbin/nologin\n");

        assertThat(new RemoveUser(host, Account.DEFAULT).inspect())
                .isEqualTo(StepState.needed("etcd is there", List.of("userdel etcd")));
    }

    @Test
    void filesOfOtherFormsAreMovedAside() throws Exception {
        host.withFile(ENVIRONMENT, "ETCD_NAME=old", FileAccess.PUBLIC);
        Step step = new WriteNodeConfig(
                layout.node(), layout.configurationFile(), new OtherForms(List.of(ENVIRONMENT), "now"));

        assertThat(step.inspect())
                .isInstanceOfSatisfying(
                        StepState.Needed.class,
                        needed -> assertThat(needed.changes())
                                .startsWith(
                                        "rename /etc/default/etcd to /etc/default/etcd.parked-now", "+ name: etcd1"));
        step.apply();
        assertThat(step.inspect()).isEqualTo(StepState.done());
        assertThat(host.text(Path.of("/etc/default/etcd.parked-now"))).isEqualTo("ETCD_NAME=old");
    }

    @Test
    void howAMemberOnceJoinedMattersNoMoreOnceItHas() throws Exception {
        String written = layout.configurationFile().orElseThrow().content();
        host.withFile(CONFIGURATION, written.replace("state: new", "state: existing"), owned());

        assertThat(new WriteNodeConfig(joined().node(), joined().configurationFile(), OtherForms.NONE).inspect())
                .isEqualTo(StepState.done());
        assertThat(new WriteNodeConfig(layout.node(), layout.configurationFile(), OtherForms.NONE).inspect())
                .isInstanceOf(StepState.Needed.class);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void membersThatJoinedLaterChangeNothingOfThoseThatWereThere(Form form) throws Exception {
        NodeLayout before = layout(form, "etcd1", "etcd2");
        NodeLayout now = layout(form, "etcd1", "etcd2", "etcd3");
        before.configurationFile().ifPresent(file -> host.withFile(file.path(), file.content(), owned()));
        host.withFile(UNIT, before.unit().rendered().content(), FileAccess.PUBLIC);

        assertThat(new WriteNodeConfig(now.node(), now.configurationFile(), OtherForms.NONE).inspect())
                .isEqualTo(StepState.done());
        assertThat(new WantedFile(host, now.unit().rendered(), true).inspect()).isEqualTo(StepState.done());
    }

    /** etcd makes the id of the cluster of it as it founds it, and never looks at it again. */
    @Test
    void anotherTokenChangesNothingOfAMemberThatJoined() throws Exception {
        String written = layout.configurationFile().orElseThrow().content();
        String older = written.replaceAll("(initial-cluster-token: ?).*", "$1 another");
        host.withFile(CONFIGURATION, older, owned());

        assertThat(older).isNotEqualTo(written);
        assertThat(new WriteNodeConfig(joined().node(), joined().configurationFile(), OtherForms.NONE).inspect())
                .isEqualTo(StepState.done());
        assertThat(new WriteNodeConfig(layout.node(), layout.configurationFile(), OtherForms.NONE).inspect())
                .isInstanceOf(StepState.Needed.class);
    }

    @Test
    void aMemberThatJoinedIsNeverToldToFoundACluster() throws Exception {
        String written = layout.configurationFile().orElseThrow().content();
        String older = written.replace("state: new", "state: existing").replace("name: etcd1", "name: old");
        host.withFile(CONFIGURATION, older, owned());
        Step step = new WriteNodeConfig(joined().node(), joined().configurationFile(), OtherForms.NONE);

        assertThat(step.inspect())
                .isInstanceOfSatisfying(
                        StepState.Needed.class,
                        needed -> assertThat(needed.changes()).containsExactly("- name: old", "+ name: etcd1"));
        step.apply();

        assertThat(host.text(CONFIGURATION)).isEqualTo(written.replace("state: new", "state: existing"));
        assertThat(step.inspect()).isEqualTo(StepState.done());
    }

    @Test
    void aUnitIsWrittenOnlyIfSystemdTakesIt() throws Exception {
        WriteUnit step = new WriteUnit(host, layout.unit(), false);
        host.answering(step.verification().line(), 1, "", "etcd.service:9: Unknown key name 'Usr'\n");

        assertThatThrownBy(step::apply)
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "systemd would not take /etc/systemd/system/etcd.service: etcd.service:9: Unknown key name 'Usr'");
        assertThat(host.changes()).isEmpty();
    }

    @Test
    void aUnitThatIsWrittenButNotEnabledIsNotDone() throws Exception {
        WriteUnit step = new WriteUnit(host, layout.unit(), false);
        host.withFile(UNIT, layout.unit().rendered().content(), FileAccess.PUBLIC);

        host.answering(step.shows().line(), shown("no", "disabled"));
        assertThat(step.inspect())
                .isEqualTo(StepState.needed("it would not start at boot", List.of("systemctl enable etcd.service")));
        host.answering(step.shows().line(), shown("yes", "enabled"));
        assertThat(step.inspect())
                .isEqualTo(StepState.needed("systemd has not read it yet", List.of("systemctl enable etcd.service")));
        host.answering(step.shows().line(), shown("no", "enabled"));
        assertThat(step.inspect()).isEqualTo(StepState.done("enabled"));
    }

    @Test
    void programsForAnotherMachineAreRefused(@TempDir Path here) throws Exception {
        host.withFacts(new HostFacts("Linux", "aarch64", "debian 12", "root"));

        assertThat(InstallBinaries.of(layout.node(), List.of(program(here))).inspect())
                .isEqualTo(StepState.blocked(
                        here.resolve("etcd") + " is made for amd64, and the host is arm64",
                        "give a program made for arm64"));
    }

    @Test
    void programsNotYetFetchedAreUnknown(@TempDir Path here) throws Exception {
        NodeProgram missing = new NodeProgram(
                new ProgramChoice(architecture -> here.resolve("none"), here),
                Path.of("/usr/local/bin/etcd"),
                FileAccess.PROGRAM);

        assertThat(InstallBinaries.of(layout.node(), List.of(missing)).inspect())
                .isEqualTo(StepState.unknownUntil("fetch binaries"));
    }

    @Test
    void aProgramThatDiffersIsSentPacked(@TempDir Path here) throws Exception {
        NodeProgram program = program(here);
        Step step = InstallBinaries.of(layout.node(), List.of(program));
        host.withFile(program.target(), "old", FileAccess.PROGRAM)
                .answering(
                        InstallBinaries.receive(program, program.source().of("amd64"))
                                .line(),
                        "");

        assertThat(step.inspect())
                .isEqualTo(StepState.needed("missing or different", List.of("/usr/local/bin/etcd (0755)")));
        step.apply();
        assertThat(host.changes()).hasSize(1);
        try (Stream<Path> cached = Files.list(here.resolve("cache"))) {
            assertThat(cached.map(Path::toString))
                    .filteredOn(name -> name.endsWith(".gz"))
                    .hasSize(1);
        }
    }

    @Test
    void onlyDirectoriesThatBecomeEmptyAreRemoved() throws Exception {
        host.withDirectory(Path.of("/etc/etcd"), FileAccess.PROGRAM)
                .withDirectory(Path.of("/etc/etcd/pki"), FileAccess.PROGRAM)
                .withFile(Path.of("/etc/etcd/pki/ca.crt"), "ca", FileAccess.PUBLIC)
                .withFile(Path.of("/etc/etcd/notes"), "mine", FileAccess.PUBLIC);
        Step step = new RemoveFiles(
                host,
                "files",
                List.of(Path.of("/etc/etcd/pki/ca.crt"), Path.of("/etc/etcd/none")),
                List.of(Path.of("/etc/etcd/pki"), Path.of("/etc/etcd")));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "they are there", List.of("delete /etc/etcd/pki/ca.crt", "delete /etc/etcd/pki")));
        step.apply();
        assertThat(step.inspect()).isEqualTo(StepState.done("none"));
        assertThat(host.text(Path.of("/etc/etcd/notes"))).isEqualTo("mine");
    }

    @Test
    void aServiceIsRemovedOnlyOnceItIsStopped() throws Exception {
        Step step = new RemoveService(host, "etcd.service", UNIT);
        host.withFile(UNIT, "unit", FileAccess.PUBLIC).withService("etcd.service", ServiceStatus.State.RUNNING);

        assertThat(step.inspect()).isEqualTo(StepState.unknownUntil("stop member"));
        host.withService("etcd.service", ServiceStatus.State.STOPPED);
        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        UNIT + " is there",
                        List.of("systemctl disable etcd.service", "delete " + UNIT, "systemctl daemon-reload")));
    }

    private static String shown(String reload, String enabled) {
        return "LoadState=loaded\nUnitFileState=%s\nNeedDaemonReload=%s\nFragmentPath=%s\n"
                .formatted(enabled, reload, UNIT);
    }

    private CheckClocks clocks() {
        return new CheckClocks("demo", List.of(host, other), NOON);
    }

    private static void saying(FakeHost host, long seconds) {
        host.answering(CheckClocks.NOW.line(), seconds + ".000000000\n");
    }

    /** As little of a program as tells what machine it is for. */
    private static NodeProgram program(Path here) throws Exception {
        byte[] elf = new byte[64];
        elf[0] = 0x7f;
        elf[1] = 'E';
        elf[2] = 'L';
        elf[3] = 'F';
        elf[18] = 0x3e;
        Path file = Files.write(here.resolve("etcd"), elf);
        return new NodeProgram(
                new ProgramChoice(architecture -> file, here.resolve("cache")),
                Path.of("/usr/local/bin/etcd"),
                FileAccess.PROGRAM);
    }

    private FileAccess owned() {
        return FileAccess.PUBLIC.withOwner(Optional.of(layout.owner()));
    }

    private NodeLayout layout() {
        NodeSpec member = NodeSpec.of("etcd1", "10.0.0.1");
        ClusterSpec spec = ClusterSpec.of("demo", List.of(member, NodeSpec.of("etcd2", "10.0.0.2")));
        return new NodeLayout(spec, member, host, State.NEW, false);
    }

    /** The first of {@code members}, which has joined. */
    private NodeLayout layout(Form form, String... members) {
        List<NodeSpec> nodes = Stream.of(members)
                .map(name -> NodeSpec.of(name, "10.0.0." + name.charAt(4)))
                .toList();
        ConfigurationSpec usual = ConfigurationSpec.DEFAULT;
        ConfigurationSpec configuration = new ConfigurationSpec(
                form,
                form.usualFile(),
                usual.dataDirectory(),
                usual.ports(),
                usual.listening(),
                usual.advertising(),
                usual.tls(),
                usual.options());
        ClusterSpec plain = ClusterSpec.of("demo", nodes);
        ClusterSpec spec = new ClusterSpec(
                plain.name(),
                plain.token(),
                nodes,
                plain.etcd(),
                configuration,
                plain.service(),
                plain.certificates(),
                plain.ssh(),
                plain.firewall(),
                plain.profile());
        return new NodeLayout(spec, nodes.getFirst(), host, State.NEW, true);
    }

    private NodeLayout joined() {
        return new NodeLayout(layout.spec(), layout.member(), host, State.NEW, true);
    }
}
