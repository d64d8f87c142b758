package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import dev.quorate.provision.Node;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeHost;
import dev.quorate.time.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a member joins a cluster that lives, and leaves it. */
@Timeout(20)
class JoiningTest {

    private static final Path DATA = Path.of("/var/lib/etcd");
    private static final String PEER = "https://10.0.0.4:2380";

    private final FakeHost host = new FakeHost("etcd4");
    private final FakeCluster cluster = three();

    @Test
    void countsTheVotesAndAddsALearner() throws Exception {
        Step step = new AddMember(newcomer(3, 5), living(cluster));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "voters now: 3 of 3 healthy, 2 needed; with it 4, 3 needed, 1 may fail",
                        List.of("member add etcd4 --peer-urls=https://10.0.0.4:2380 --learner")));
        step.apply();

        assertThat(cluster.changes()).containsExactly("add https://10.0.0.4:2380 as learner");
        assertThat(step.inspect()).isEqualTo(StepState.done("it was added and has not started yet"));
    }

    @Test
    void anEtcdWithoutLearnersIsAddedAsAVoterIfTheOthersCanSpareIt() throws Exception {
        Step step = new AddMember(newcomer(3, 3), living(cluster));

        step.apply();

        assertThat(cluster.changes()).containsExactly("add https://10.0.0.4:2380");
    }

    @Test
    void refusesAVoterThatWouldCostTheQuorum() throws Exception {
        FakeCluster twoOfThree = new FakeCluster("http://e1", "http://e2")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .member(3, "etcd3", "http://e3")
                .answering("http://e1", 1, 1, 100)
                .answering("http://e2", 2, 1, 100);

        assertThat(new AddMember(newcomer(3, 3), living(twoOfThree)).inspect())
                .isEqualTo(StepState.blocked(
                        "of 3 voters 2 are healthy, and 3 must be to add one",
                        "mend the members there are first, status shows them"));
    }

    @Test
    void waitsWhileEtcdFindsItTooEarlyToAdd() throws Exception {
        cluster.refusing("etcdserver: unhealthy cluster", "etcdserver: unhealthy cluster");

        new AddMember(newcomer(3, 5), living(cluster)).apply();

        assertThat(cluster.changes()).hasSize(1);
    }

    @Test
    void aRefusalForGoodIsNotTriedAgain() {
        cluster.refusing("etcdserver: Peer URLs already exists");

        assertThatThrownBy(new AddMember(newcomer(3, 5), living(cluster))::apply)
                .hasMessage("etcdserver: Peer URLs already exists");
        assertThat(cluster.changes()).isEmpty();
    }

    @Test
    void whatWasAddedBeforeTheConsoleWasKilledIsNotAddedAgain() throws Exception {
        cluster.unstarted(4, PEER, true);

        assertThat(new AddMember(newcomer(3, 5), living(cluster)).inspect())
                .isEqualTo(StepState.done("it was added and has not started yet"));
        assertThat(new PromoteMember(newcomer(3, 5), living(cluster)).inspect())
                .isEqualTo(StepState.unknownUntil("start member"));
    }

    @Test
    void waitsUntilWhoIsAskedKnowsOfThePromotion() throws Exception {
        cluster.startedLearner(4, "etcd4", PEER).tellingPromotionsAfter(3);
        host.withService("etcd", State.RUNNING);
        Step step = new PromoteMember(newcomer(3, 5), living(cluster));

        step.apply();

        assertThat(cluster.changes()).containsExactly("promote 4");
        assertThat(step.inspect()).isEqualTo(StepState.done("it votes"));
    }

    @Test
    void oneLearnerAtATime() throws Exception {
        cluster.startedLearner(5, "etcd5", "https://10.0.0.5:2380");

        assertThat(new AddMember(newcomer(3, 5), living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd5 is still a learner, and etcd takes one at a time",
                        "give it a vote, or take it out: member promote or member remove etcd5"));
    }

    @Test
    void aNameThatIsTakenIsRefused() throws Exception {
        cluster.startedLearner(5, "etcd4", "https://10.9.9.9:2380");

        assertThat(new AddMember(newcomer(3, 5), living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd4 is a member already, and its peers look for it at https://10.9.9.9:2380",
                        "give it another name, or take that one out first: member remove etcd4"));
    }

    @Test
    void aMemberWhoseDataIsGoneIsNotStartedEmpty() throws Exception {
        cluster.startedLearner(4, "etcd4", PEER);

        assertThat(new AddMember(newcomer(3, 5), living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd4 is a member already, and its data is gone", "take it out first: member remove etcd4"));
    }

    @Test
    void dataOfAnEarlierMembershipIsRefused() throws Exception {
        host.withDirectory(DATA.resolve("member"), FileAccess.PRIVATE_DIRECTORY);

        assertThat(new AddMember(newcomer(3, 5), living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "/var/lib/etcd holds data of a member that left prod",
                        "move it aside: cluster down --member etcd4"));
    }

    @Test
    void promotesAsSoonAsItHasCaughtUp() throws Exception {
        host.withDirectory(DATA.resolve("member"), FileAccess.PRIVATE_DIRECTORY).withService("etcd", State.RUNNING);
        cluster.startedLearner(4, "etcd4", PEER)
                .refusing("etcdserver: can only promote a learner member which is in sync with leader");
        Step step = new PromoteMember(newcomer(3, 5), living(cluster));

        assertThat(step.inspect()).isEqualTo(StepState.needed("it is a learner", List.of("member promote etcd4")));
        step.apply();

        assertThat(cluster.changes()).containsExactly("promote 4");
        assertThat(step.inspect()).isEqualTo(StepState.done("it votes"));
    }

    @Test
    void aNewcomerThatNeverCatchesUpStaysWithoutAVote() {
        host.withService("etcd", State.RUNNING);
        cluster.unstarted(4, PEER, true);

        assertThatThrownBy(new PromoteMember(newcomer(3, 5), living(cluster))::apply)
                .hasMessage("it has not caught up within 1 s; it stays a learner, and costs no vote");
    }

    @Test
    void aNewcomerThatEndsIsToldWithItsReason() {
        host.withService("etcd", State.DEAD).withLog("{\"level\":\"fatal\",\"msg\":\"member count is unequal\"}");
        cluster.unstarted(4, PEER, true);

        assertThatThrownBy(new PromoteMember(newcomer(3, 5), living(cluster))::apply)
                .hasMessage("it has ended: member count is unequal");
    }

    @Test
    void aNewcomerIsToldTheMembershipAsTheClusterHasIt() {
        cluster.unstarted(0xab, "https://10.0.0.7:2380", true).unstarted(4, PEER, true);

        assertThat(newcomer(3, 5).initialCluster(cluster.membership().list(false)))
                .isEqualTo("etcd1=http://peer1:2380,etcd2=http://peer2:2380,etcd3=http://peer3:2380,"
                        + "ab=https://10.0.0.7:2380,etcd4=https://10.0.0.4:2380");
    }

    @Test
    void aMemberThatNeverStartedIsTakenOutToo() throws Exception {
        cluster.unstarted(4, PEER, false);
        Step step = new RemoveMember(newcomer(3, 5), living(cluster));

        assertThat(step.inspect())
                .isEqualTo(
                        StepState.needed("3 members will be left, 3 of them answer", List.of("member remove etcd4")));
        step.apply();

        assertThat(cluster.changes()).containsExactly("remove 4");
        assertThat(step.inspect()).isEqualTo(StepState.done("it is no member"));
    }

    @Test
    void waitsWhileEtcdFindsItTooEarlyToRemove() throws Exception {
        cluster.unstarted(4, PEER, false).refusing("etcdserver: unhealthy cluster", "etcdserver: unhealthy cluster");

        new RemoveMember(newcomer(3, 5), living(cluster)).apply();

        assertThat(cluster.changes()).containsExactly("remove 4");
    }

    @Test
    void aMemberThatTheFileDoesNotNameIsToldWithWhatToDo() throws Exception {
        assertThat(new CheckMembers(newcomers("etcd1", "etcd2"), List.of("etcd1", "etcd2"), living(cluster)).inspect())
                .isEqualTo(
                        StepState.leaving(
                                "",
                                List.of(
                                        "etcd3 is a member, and the cluster file does not name it: put it in again and take it off by "
                                                + "'cluster down --member etcd3', or, if its host is gone, 'member remove etcd3'")));
    }

    @Test
    void aMemberUnderAnotherNameIsRefused() throws Exception {
        FakeCluster renamed = new FakeCluster("http://e1")
                .startedLearner(7, "etcd7", "http://peer1:2380")
                .answering("http://e1", 7, 7, 100);

        assertThat(new CheckMembers(newcomers("etcd1"), List.of("etcd7"), living(renamed)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd1 is to be where etcd7 is, which the cluster file does not name",
                        "a member keeps its name: call it etcd7 again; or take it off as etcd7 first, by "
                                + "'cluster down --member etcd7'"));
    }

    @Test
    void aMemberThatTheOthersWouldLookForElsewhereIsRefused() throws Exception {
        FakeCluster elsewhere = new FakeCluster("http://e1")
                .startedLearner(1, "etcd1", "https://10.0.0.9:2380")
                .answering("http://e1", 1, 1, 100);

        assertThat(new CheckMembers(newcomers("etcd1"), List.of("etcd1"), living(elsewhere)).inspect())
                .isEqualTo(StepState.blocked(
                        "the others know etcd1 at https://10.0.0.9:2380, and the cluster file has it at http://peer1:2380",
                        "put back what the file said; a member moves by 'cluster down --member NAME' before the file is "
                                + "changed, and 'cluster up' after it"));
    }

    /** etcd makes its membership of {@code initial-cluster}, whatever a member advertises. */
    @Test
    void aMemberThatWasFoundedByItsAddressMayAdvertiseItsName() throws Exception {
        Newcomer named = with(
                newcomer("etcd1", "http://etcd1.lan:2380", 3, 5),
                Map.of(
                        Setting.INITIAL_CLUSTER, "etcd1=http://10.0.0.1:2380,etcd2=http://10.0.0.2:2380",
                        Setting.LISTEN_PEER_URLS, "http://10.0.0.1:2380"));

        assertThat(new CheckMembers(List.of(named), List.of("etcd1"), living(at("etcd1", "http://10.0.0.1:2380")))
                        .inspect())
                .isEqualTo(StepState.done());
        assertThat(new CheckMembers(List.of(named), List.of("etcd1"), living(at("etcd1", "http://10.0.0.2:2380")))
                        .inspect())
                .isInstanceOf(StepState.Blocked.class);
        assertThat(new CheckMembers(List.of(named), List.of("etcd7"), living(at("etcd7", "http://10.0.0.1:2380")))
                        .inspect())
                .isInstanceOf(StepState.Blocked.class);
    }

    private static FakeCluster at(String name, String peerUrl) {
        return new FakeCluster("http://e1").startedLearner(7, name, peerUrl).answering("http://e1", 7, 7, 100);
    }

    private static Newcomer with(Newcomer member, Map<Setting, String> settings) {
        Node node = member.node();
        NodeSettings changed = node.settings();
        for (Map.Entry<Setting, String> each : settings.entrySet()) {
            changed = changed.with(each.getKey(), each.getValue());
        }
        return new Newcomer(new Node(
                node.name(),
                node.host(),
                node.service(),
                node.program(),
                new Node.Configuration(
                        node.configuration().form(), node.configuration().file(), changed),
                node.owner(),
                node.joined()));
    }

    @Test
    void anotherPortForTheClientsOfALivingClusterIsRefused() throws Exception {
        FakeCluster serving = new FakeCluster("http://e1:2379")
                .member(1, "etcd1", "http://e1:2379")
                .answering("http://e1:2379", 1, 1, 100);
        Newcomer elsewhere = with(
                newcomer("etcd1", "http://peer1:2380", 3, 5), Map.of(Setting.ADVERTISE_CLIENT_URLS, "http://e1:2389"));

        assertThat(new CheckMembers(List.of(elsewhere), List.of("etcd1"), living(serving)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd1 serves clients at port 2379, and the cluster file says 2389",
                        "put back the port the file said: a cluster that lives does not follow to another"));
    }

    @Test
    void versionsThatEtcdDoesNotTakeInOneStepAreRefused() throws Exception {
        assertThat(new CheckMembers(ofVersion(3, 4), List.of("etcd1"), living(three())).inspect())
                .isEqualTo(StepState.blocked(
                        "the members run 3.5.16, and the cluster file says 3.4.10",
                        "an etcd of 3.4 does not serve in a cluster of 3.5: let the file say the newer one"));
        assertThat(new CheckMembers(ofVersion(3, 7), List.of("etcd1"), living(three())).inspect())
                .isEqualTo(StepState.blocked(
                        "the members run 3.5.16, and the cluster file says 3.7.10",
                        "etcd goes one minor version at a time: take it to 3.6 first"));
        assertThat(new CheckMembers(ofVersion(3, 6), List.of("etcd1"), living(three())).inspect())
                .isEqualTo(StepState.done());
    }

    private List<Newcomer> ofVersion(int major, int minor) {
        return Stream.of("1", "2", "3")
                .map(number -> newcomer("etcd" + number, "http://peer" + number + ":2380", major, minor))
                .toList();
    }

    @Test
    void aMemberThatWasAddedByHandAndNeverStartedIsTold() throws Exception {
        cluster.unstarted(0xabc, "https://10.0.0.9:2380", true);

        assertThat(new CheckMembers(newcomers("etcd1", "etcd2", "etcd3"), List.of("etcd1", "etcd2"), living(cluster))
                        .inspect())
                .isEqualTo(StepState.leaving(
                        "",
                        List.of("abc was added for https://10.0.0.9:2380, which the cluster file does not name: "
                                + "take it out by 'member remove abc'")));
    }

    @Test
    void aMemberOnRecordIsToldWhereTheClusterDoesNotAnswer() throws Exception {
        Step step = new CheckMembers(
                newcomers("etcd1", "etcd2"), List.of("etcd1", "etcd2", "etcd3"), living(new FakeCluster("http://e1")));

        assertThat(step.inspect())
                .isEqualTo(StepState.leaving(
                        "",
                        List.of(
                                "etcd3 is on record as a member, and the cluster file does not name it: put it in again and "
                                        + "take it off by 'cluster down --member etcd3', or, if its host is gone, "
                                        + "'member remove etcd3'")));
    }

    @Test
    void aNewcomerOnItsWayIsNoStranger() throws Exception {
        cluster.unstarted(4, PEER, true);

        List<Newcomer> expected = new ArrayList<>(newcomers("etcd1", "etcd2", "etcd3"));
        expected.add(newcomer(3, 5));

        assertThat(new CheckMembers(expected, List.of("etcd1", "etcd2", "etcd3"), living(cluster)).inspect())
                .isEqualTo(StepState.done());
    }

    private static FakeCluster three() {
        return new FakeCluster("http://e1", "http://e2", "http://e3")
                .member(1, "etcd1", "http://e1")
                .member(2, "etcd2", "http://e2")
                .member(3, "etcd3", "http://e3")
                .answering("http://e1", 1, 1, 100)
                .answering("http://e2", 2, 1, 100)
                .answering("http://e3", 3, 1, 100);
    }

    private static LiveCluster living(FakeCluster cluster) {
        EtcdSettings settings = new EtcdSettings(
                List.of(new Endpoint("http://e1")),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);
        Patience patience = new Patience(duration -> {}, Duration.ofSeconds(1), Duration.ofMillis(250));
        return new LiveCluster("prod", _ -> cluster, settings, patience);
    }

    private List<Newcomer> newcomers(String... names) {
        return Stream.of(names)
                .map(name -> newcomer(name, "http://peer" + name.charAt(4) + ":2380", 3, 5))
                .toList();
    }

    private Newcomer newcomer(int major, int minor) {
        return newcomer("etcd4", PEER, major, minor);
    }

    private Newcomer newcomer(String name, String peerUrl, int major, int minor) {
        NodeSettings settings = NodeSettings.NONE
                .with(Setting.NAME, name)
                .with(Setting.DATA_DIR, DATA)
                .with(Setting.INITIAL_ADVERTISE_PEER_URLS, peerUrl);
        return new Newcomer(new Node(
                name,
                host,
                "etcd",
                new Node.Program(Path.of("/usr/bin/etcd"), new EtcdVersion(major, minor, 10)),
                new Node.Configuration(ConfigurationForm.YAML_FILE, Path.of("/etc/etcd/etcd.yaml"), settings),
                Optional.empty(),
                false));
    }
}
