package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.OperatorException;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.Observed;
import dev.quorate.plan.Plan;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.PlanRunner;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepOutcome;
import dev.quorate.plan.StepState;
import dev.quorate.provision.AwaitedChanges;
import dev.quorate.provision.AwaitedChanges.Change;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Node;
import dev.quorate.provision.OutdatedProcess;
import dev.quorate.provision.RestartCause;
import dev.quorate.provision.RestartOrder;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeHost;
import dev.quorate.time.Patience;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RestartMemberTest {

    private static final Path DATA = Path.of("/var/lib/etcd");
    private static final Path CONFIGURATION = Path.of("/etc/etcd/etcd.yaml");

    private final FakeHost host = new FakeHost("etcd1").withService("etcd", State.RUNNING);
    private final Set<String> owing = new TreeSet<>();

    @Test
    void leavesAMemberAloneThatRunsWithWhatIsThere() throws Exception {
        assertThat(restart("etcd1", threeLedBy(1)).inspect()).isEqualTo(StepState.done());
    }

    @Test
    void tellsWhyAndHowManyVotesAreLeftMeanwhile() throws Exception {
        owing.add("etcd1");

        assertThat(restart("etcd1", threeLedBy(2)).inspect())
                .isEqualTo(StepState.needed(
                        "its unit changed (meanwhile 2 of 3 voters, 2 needed)", List.of("restart etcd")));
    }

    @Test
    void handsTheLeadToAnotherBeforeItRestartsTheLeader() throws Exception {
        owing.add("etcd1");
        FakeCluster cluster = threeLedBy(1);
        Step step = restart("etcd1", cluster);

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "its unit changed (meanwhile 2 of 3 voters, 2 needed)",
                        List.of("move-leader etcd3", "restart etcd")));
        step.apply();

        assertThat(cluster.changes()).containsExactly("move-leader 3");
        assertThat(host.changes()).containsExactly("stop etcd", "start etcd");
    }

    @Test
    void theLeadersTurnIsLast() {
        owing.addAll(List.of("etcd1", "etcd2", "etcd3"));
        FakeCluster cluster = threeLedBy(1);
        Plan plan = new Plan(
                "roll",
                "roll again",
                List.of(Stage.oneByOne(List.of("etcd1", "etcd2", "etcd3"), member -> restart(member, cluster))));

        List<StepOutcome> outcomes = new PlanRunner(Clock.systemUTC(), 4)
                .preview(plan, PlanListener.NONE)
                .outcomes();

        assertThat(outcomes).extracting(outcome -> outcome.step().target()).containsExactly("etcd2", "etcd3", "etcd1");
    }

    @Test
    void refusesARestartThatWouldCostTheQuorum() throws Exception {
        owing.add("etcd1");
        FakeCluster cluster = new FakeCluster("http://e1", "http://e2", "http://e3")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .member(3, "etcd3", "http://e3")
                .answering("http://e1", 1, 2, 100)
                .answering("http://e2", 2, 2, 100);
        Step step = restart("etcd1", cluster);

        assertThat(step.inspect())
                .isEqualTo(StepState.blocked(
                        "its unit changed, but without it there is no quorum: 1 of 3 voters would be healthy, and 2 are"
                                + " needed",
                        "mend the other members first, status shows them; or add --allow-outage where clients may wait"
                                + " until it is back"));
        assertThatThrownBy(step::apply).isInstanceOf(OperatorException.class);
        assertThat(host.changes()).isEmpty();
    }

    @Test
    void theVotesAreKnownOnlyOnceThePlanHasStartedWhoIsDown() throws Exception {
        owing.add("etcd1");
        FakeCluster cluster = new FakeCluster("http://e1", "http://e2")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .answering("http://e1", 1, 1, 100);
        FakeHost down = new FakeHost("etcd2");
        Step step = new RestartMember(
                node("etcd1"), List.of(cause("etcd1")), living(cluster), List.of(node("etcd2", down)), false);

        assertThat(step.inspect()).isEqualTo(StepState.unknownUntil("start member"));
        assertThatThrownBy(step::apply).hasMessage("another member has ended meanwhile");
        assertThat(host.changes()).isEmpty();
    }

    @Test
    void theOnlyMemberIsRestartedOnlyWhereAnOutageIsAllowed() throws Exception {
        owing.add("etcd1");
        FakeCluster cluster =
                new FakeCluster("http://e1").member(1, "etcd1", "http://e1").answering("http://e1", 1, 1, 100);

        assertThat(restart("etcd1", cluster).inspect())
                .isInstanceOfSatisfying(
                        StepState.Blocked.class,
                        blocked -> assertThat(blocked.remedy())
                                .startsWith("let the cluster have three members; or add --allow-outage"));
        Step allowed = new RestartMember(node("etcd1"), List.of(cause("etcd1")), living(cluster), List.of(), true);
        allowed.apply();
        assertThat(host.changes()).containsExactly("stop etcd", "start etcd");
    }

    @Test
    void aMemberThatTakesNoPartCostsNothing() throws Exception {
        owing.add("etcd1");
        FakeCluster cluster = new FakeCluster("http://e1", "http://e2", "http://e3")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .member(3, "etcd3", "http://e3")
                .answering("http://e1", 1, 0, 100)
                .answering("http://e2", 2, 0, 100);

        assertThat(restart("etcd1", cluster).inspect())
                .isEqualTo(StepState.needed("its unit changed", List.of("restart etcd")));
    }

    @Test
    void saysWhyAMemberDoesNotComeBackAndTouchesNoOther() {
        owing.add("etcd1");
        FakeCluster cluster = new FakeCluster("http://e1", "http://e2", "http://e3")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .member(3, "etcd3", "http://e3")
                .answering("http://e2", 2, 2, 100)
                .answering("http://e3", 3, 2, 100);

        assertThatThrownBy(restart("etcd1", cluster)::apply)
                .isInstanceOf(OperatorException.class)
                .hasMessage("it was restarted and takes no part after 1 s; the other members were left as they are");
    }

    @Test
    void onOrderEachMemberIsRestartedOnceAndOneThatIsDownIsStarted() throws Exception {
        FakeCluster cluster = threeLedBy(2);
        host.withDirectory(DATA.resolve("member"), FileAccess.PRIVATE_DIRECTORY).withService("etcd", State.DEAD);
        Step step = new RestartMember(
                node("etcd1"), List.of(new RestartOrder(node("etcd1"))), living(cluster), List.of(), false);

        assertThat(step.inspect()).isEqualTo(StepState.needed("has died"));
        step.apply();

        assertThat(host.changes()).containsExactly("start etcd");
        assertThat(step.inspect()).isEqualTo(StepState.done());
    }

    @Test
    void whatTheHostFindsNewerThanTheProcessIsTheReason() throws Exception {
        OutdatedProcess process = new OutdatedProcess(node("etcd1"), List.of(CONFIGURATION));
        host.answering(process.question().line(), "/usr/bin/etcd\n/etc/etcd/etcd.yaml\n");

        assertThat(process.look())
                .isEqualTo(StepState.needed("it was started before /usr/bin/etcd and /etc/etcd/etcd.yaml changed"));
    }

    @Test
    void aPreviewKnowsWhatEarlierStepsWillChange() throws Exception {
        Observed write = new Observed(new Changing("+ snapshot-count: 7"));
        RestartCause cause = new AwaitedChanges(
                node("etcd1"), List.of(new Change(write, "its configuration changes", line -> line.startsWith("+ "))));

        assertThat(cause.look()).isEqualTo(StepState.unknownUntil("write"));
        write.inspect();
        assertThat(cause.look()).isEqualTo(StepState.needed("its configuration changes"));
        host.withService("etcd", State.STOPPED);
        assertThat(cause.look()).isEqualTo(StepState.done());
    }

    /** Has this to change, always. */
    private record Changing(String change) implements Step {
        @Override
        public String title() {
            return "write";
        }

        @Override
        public String target() {
            return "etcd1";
        }

        @Override
        public StepState inspect() {
            return StepState.needed("is different", List.of(change));
        }

        @Override
        public void apply() {}
    }

    private static FakeCluster threeLedBy(long leader) {
        return new FakeCluster("http://e1", "http://e2", "http://e3")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .member(3, "etcd3", "http://e3")
                .answering("http://e1", 1, leader, 100)
                .answering("http://e2", 2, leader, 99)
                .answering("http://e3", 3, leader, 100);
    }

    private Step restart(String member, FakeCluster cluster) {
        return new RestartMember(node(member), List.of(cause(member)), living(cluster), List.of(), false);
    }

    private RestartCause cause(String member) {
        return () -> owing.contains(member) ? StepState.needed("its unit changed") : StepState.done();
    }

    private static LiveCluster living(FakeCluster cluster) {
        EtcdSettings settings = new EtcdSettings(
                List.of(new Endpoint("http://e1")),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
        Patience patience = new Patience(duration -> {}, Duration.ofSeconds(1), Duration.ofMillis(500));
        return new LiveCluster("prod", _ -> cluster, settings, patience);
    }

    private Node node(String name) {
        return node(name, host);
    }

    private static Node node(String name, FakeHost on) {
        return new Node(
                name,
                on,
                "etcd",
                new Node.Program(Path.of("/usr/bin/etcd"), new EtcdVersion(3, 5, 30)),
                new Node.Configuration(
                        ConfigurationForm.YAML_FILE,
                        CONFIGURATION,
                        NodeSettings.NONE.with(Setting.NAME, name).with(Setting.DATA_DIR, DATA)),
                Optional.empty(),
                true);
    }
}
