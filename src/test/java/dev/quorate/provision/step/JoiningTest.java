package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Newcomer;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a member joins a cluster that lives, and leaves it. */
@Timeout(20)
class JoiningTest {

    private static final Path DATA = Path.of("/var/lib/etcd");
    private static final String PEER = "https://10.0.0.4:2380";

    private final FakeHost host = new FakeHost("etcd4");
    private final FakeCluster cluster = LivingMembers.three();

    @Test
    void countsTheVotesAndAddsALearner() throws Exception {
        Step step = new AddMember(newcomer(3, 5), LivingMembers.living(cluster));

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
        Step step = new AddMember(newcomer(3, 3), LivingMembers.living(cluster));

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

        assertThat(new AddMember(newcomer(3, 3), LivingMembers.living(twoOfThree)).inspect())
                .isEqualTo(StepState.blocked(
                        "of 3 voters 2 are healthy, and 3 must be to add one",
                        "mend the members there are first, status shows them"));
    }

    @Test
    void waitsWhileEtcdFindsItTooEarlyToAdd() throws Exception {
        cluster.refusing("etcdserver: unhealthy cluster", "etcdserver: unhealthy cluster");

        new AddMember(newcomer(3, 5), LivingMembers.living(cluster)).apply();

        assertThat(cluster.changes()).hasSize(1);
    }

    @Test
    void aRefusalForGoodIsNotTriedAgain() {
        cluster.refusing("etcdserver: Peer URLs already exists");

        assertThatThrownBy(new AddMember(newcomer(3, 5), LivingMembers.living(cluster))::apply)
                .hasMessage("etcdserver: Peer URLs already exists");
        assertThat(cluster.changes()).isEmpty();
    }

    @Test
    void whatWasAddedBeforeTheConsoleWasKilledIsNotAddedAgain() throws Exception {
        cluster.unstarted(4, PEER, true);

        assertThat(new AddMember(newcomer(3, 5), LivingMembers.living(cluster)).inspect())
                .isEqualTo(StepState.done("it was added and has not started yet"));
        assertThat(new PromoteMember(newcomer(3, 5), LivingMembers.living(cluster)).inspect())
                .isEqualTo(StepState.unknownUntil("start member"));
    }

    @Test
    void waitsUntilWhoIsAskedKnowsOfThePromotion() throws Exception {
        cluster.startedLearner(4, "etcd4", PEER).tellingPromotionsAfter(3);
        host.withService("etcd", State.RUNNING);
        Step step = new PromoteMember(newcomer(3, 5), LivingMembers.living(cluster));

        step.apply();

        assertThat(cluster.changes()).containsExactly("promote 4");
        assertThat(step.inspect()).isEqualTo(StepState.done("it votes"));
    }

    @Test
    void oneLearnerAtATime() throws Exception {
        cluster.startedLearner(5, "etcd5", "https://10.0.0.5:2380");

        assertThat(new AddMember(newcomer(3, 5), LivingMembers.living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd5 is still a learner, and etcd takes one at a time",
                        "give it a vote, or take it out: member promote or member remove etcd5"));
    }

    @Test
    void aNameThatIsTakenIsRefused() throws Exception {
        cluster.startedLearner(5, "etcd4", "https://10.9.9.9:2380");

        assertThat(new AddMember(newcomer(3, 5), LivingMembers.living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd4 is a member already, and its peers look for it at https://10.9.9.9:2380",
                        "give it another name, or take that one out first: member remove etcd4"));
    }

    @Test
    void aMemberWhoseDataIsGoneIsNotStartedEmpty() throws Exception {
        cluster.startedLearner(4, "etcd4", PEER);

        assertThat(new AddMember(newcomer(3, 5), LivingMembers.living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd4 is a member already, and its data is gone", "take it out first: member remove etcd4"));
    }

    @Test
    void dataOfAnEarlierMembershipIsRefused() throws Exception {
        host.withDirectory(DATA.resolve("member"), FileAccess.PRIVATE_DIRECTORY);

        assertThat(new AddMember(newcomer(3, 5), LivingMembers.living(cluster)).inspect())
                .isEqualTo(StepState.blocked(
                        "/var/lib/etcd holds data of a member that left prod",
                        "move it aside: cluster down --member etcd4"));
    }

    @Test
    void promotesAsSoonAsItHasCaughtUp() throws Exception {
        host.withDirectory(DATA.resolve("member"), FileAccess.PRIVATE_DIRECTORY).withService("etcd", State.RUNNING);
        cluster.startedLearner(4, "etcd4", PEER)
                .refusing("etcdserver: can only promote a learner member which is in sync with leader");
        Step step = new PromoteMember(newcomer(3, 5), LivingMembers.living(cluster));

        assertThat(step.inspect()).isEqualTo(StepState.needed("it is a learner", List.of("member promote etcd4")));
        step.apply();

        assertThat(cluster.changes()).containsExactly("promote 4");
        assertThat(step.inspect()).isEqualTo(StepState.done("it votes"));
    }

    @Test
    void aNewcomerThatNeverCatchesUpStaysWithoutAVote() {
        host.withService("etcd", State.RUNNING);
        cluster.unstarted(4, PEER, true);

        assertThatThrownBy(new PromoteMember(newcomer(3, 5), LivingMembers.living(cluster))::apply)
                .hasMessage("it has not caught up within 1 s; it stays a learner, and costs no vote");
    }

    @Test
    void aNewcomerThatEndsIsToldWithItsReason() {
        host.withService("etcd", State.DEAD).withLog("{\"level\":\"fatal\",\"msg\":\"member count is unequal\"}");
        cluster.unstarted(4, PEER, true);

        assertThatThrownBy(new PromoteMember(newcomer(3, 5), LivingMembers.living(cluster))::apply)
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
        Step step = new RemoveMember(newcomer(3, 5), LivingMembers.living(cluster));

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

        new RemoveMember(newcomer(3, 5), LivingMembers.living(cluster)).apply();

        assertThat(cluster.changes()).containsExactly("remove 4");
    }

    private Newcomer newcomer(int major, int minor) {
        return LivingMembers.newcomer(host, "etcd4", PEER, major, minor);
    }
}
