package dev.quorate.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.Quorum;
import dev.quorate.session.Reply;
import dev.quorate.testing.FakeCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClusterProbeTest {

    private static final Duration SOON = Duration.ofMillis(1_500);

    @Test
    void seesLeaderFollowersAndLag() throws Exception {
        ClusterState state = look(three("http://a:2379")
                .answering("http://a:2379", 1, 2, 90)
                .answering("http://b:2379", 2, 2, 100)
                .answering("http://c:2379", 3, 2, 100));

        assertThat(state.members())
                .extracting(MemberState::role)
                .containsExactly(Role.FOLLOWER, Role.LEADER, Role.FOLLOWER);
        assertThat(state.votes()).isEqualTo(new Quorum(3, 3));
        assertThat(state.leader()).map(MemberState::name).contains("b");
        assertThat(state.raftIndex()).hasValue(100);
        assertThat(state.decides()).isEmpty();
    }

    @Test
    void tellsMembersInTheOrderOfTheirNames() throws Exception {
        ClusterState state = look(new FakeCluster("http://a:2379")
                .unstarted(1)
                .member(2, "c", "http://c:2379")
                .member(3, "a", "http://a:2379")
                .member(4, "b", "http://b:2379")
                .answering("http://a:2379", 3, 3, 100));

        assertThat(state.members()).extracting(MemberState::name).startsWith("a", "b", "c");
    }

    @Test
    void learnsTheMembersFromWhicheverEndpointLives() throws Exception {
        ClusterState state = look(three("http://a:2379", "http://b:2379")
                .frozen("http://a:2379")
                .answering("http://b:2379", 2, 2, 100)
                .answering("http://c:2379", 3, 2, 100));

        assertThat(state.members())
                .extracting(MemberState::role)
                .containsExactly(Role.UNREACHABLE, Role.LEADER, Role.FOLLOWER);
        assertThat(state.votes()).isEqualTo(new Quorum(3, 2));
        assertThat(state.quorum()).isTrue();
    }

    @Test
    void tellsADeadClusterWithinItsTime() throws Exception {
        long start = System.nanoTime();

        ClusterState state = look(three("http://a:2379")
                .answering("http://a:2379", 1, 0, 90, "etcdserver: no leader")
                .frozen("http://b:2379"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(state.members())
                .extracting(MemberState::role)
                .containsExactly(Role.LEADERLESS, Role.UNREACHABLE, Role.UNREACHABLE);
        assertThat(state.votes()).isEqualTo(new Quorum(3, 0));
        assertThat(state.quorum()).isFalse();
    }

    @Test
    void tellsWhyNoEndpointAnswers() throws Exception {
        Look look = ClusterProbe.look(new FakeCluster("http://a:2379", "http://b:2379").frozen("http://b:2379"), SOON);

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Nothing.class,
                        nothing -> assertThat(nothing.replies())
                                .extracting(Reply::endpoint)
                                .containsExactlyInAnyOrder(
                                        new Endpoint("http://a:2379"), new Endpoint("http://b:2379")));
    }

    @Test
    void waitsForAMemberThatIsSlowButNotForOneThatIsDead() throws Exception {
        LookTime time = new LookTime(Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofSeconds(40));
        long start = System.nanoTime();

        Look look = ClusterProbe.look(
                three("http://a:2379")
                        .answering("http://a:2379", 1, 1, 100)
                        .answering("http://b:2379", 2, 1, 100)
                        .slow("http://b:2379", Duration.ofMillis(500))
                        .blackHole("http://c:2379"),
                time);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(((ClusterState) look).members())
                .extracting(MemberState::role)
                .containsExactly(Role.LEADER, Role.FOLLOWER, Role.UNREACHABLE);
        assertThat(((ClusterState) look).members().get(1).latency()).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void waitsAsLongAsTheyNeedWhereAllAreSlow() throws Exception {
        LookTime time = new LookTime(Duration.ofMillis(100), Duration.ofMillis(150), Duration.ofSeconds(20));
        Duration slow = Duration.ofMillis(400);

        Look look = ClusterProbe.look(
                three("http://a:2379", "http://b:2379")
                        .answering("http://a:2379", 1, 1, 100)
                        .answering("http://b:2379", 2, 1, 100)
                        .answering("http://c:2379", 3, 1, 100)
                        .slow("http://a:2379", slow)
                        .slow("http://b:2379", slow)
                        .slow("http://c:2379", slow),
                time);

        assertThat(((ClusterState) look).votes()).isEqualTo(new Quorum(3, 3));
    }

    @Test
    void tellsSoonThatNothingTakesConnectionsAnywhere() throws Exception {
        LookTime time = new LookTime(Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofSeconds(40));
        long start = System.nanoTime();

        Look look = ClusterProbe.look(new FakeCluster("http://a:2379").blackHole("http://a:2379"), time);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(look).isInstanceOf(Look.Nothing.class);
        assertThat(((Look.Nothing) look).replies().getFirst().failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure.what()).isEqualTo("no answer from http://a:2379 within 0.1 s"));
    }

    @Test
    void believesAQuorumItCannotSeeOnceItDecides() throws Exception {
        ClusterState state = look(three("http://tunnel:12379").answering("http://tunnel:12379", 2, 1, 100));

        assertThat(state.votes().present()).isFalse();
        assertThat(state.decides()).contains(true);
        assertThat(state.quorum()).isTrue();
        assertThat(state.members().get(1).endpoint()).contains(new Endpoint("http://tunnel:12379"));
        assertThat(state.leader()).map(MemberState::name).contains("a");
    }

    @Test
    void doesNotBelieveALeaderThatCanNoLongerDecide() throws Exception {
        ClusterState state = look(
                three("http://a:2379").answering("http://a:2379", 1, 1, 100).withoutQuorum());

        assertThat(state.decides()).contains(false);
        assertThat(state.quorum()).isFalse();
    }

    @Test
    void doesNotCountLearnersAndCountsMembersThatNeverStarted() throws Exception {
        ClusterState state = look(new FakeCluster("http://a:2379")
                .member(1, "a", "http://a:2379")
                .learner(2, "b", "http://b:2379")
                .unstarted(3)
                .answering("http://a:2379", 1, 1, 100)
                .answering("http://b:2379", 2, 1, 100));

        assertThat(state.members())
                .extracting(MemberState::role)
                .containsExactly(Role.LEADER, Role.LEARNER, Role.UNSTARTED);
        assertThat(state.votes()).isEqualTo(new Quorum(2, 1));
    }

    @Test
    void doesNotTakeAnotherMemberForTheOneAsked() throws Exception {
        ClusterState state = look(three("http://a:2379")
                .answering("http://a:2379", 1, 1, 100)
                .answering("http://b:2379", 1, 1, 100)
                .answering("http://c:2379", 3, 1, 100));

        assertThat(state.members().get(1).role()).isEqualTo(Role.UNREACHABLE);
        assertThat(state.members().get(1).failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure.what()).isEqualTo("http://b:2379 is answered by another member"));
    }

    @Test
    void readsAlarmsFromWhatMembersTell() throws Exception {
        ClusterState state = look(three("http://a:2379")
                .answering("http://a:2379", 1, 1, 100, "memberID:2 alarm:NOSPACE ")
                .answering("http://b:2379", 2, 1, 100, "memberID:2 alarm:NOSPACE ")
                .answering("http://c:2379", 3, 1, 100, "memberID:2 alarm:NOSPACE ", "memberID:3 alarm:CORRUPT "));

        assertThat(state.alarms()).containsExactly(new Alarm(2, Alarm.Type.NOSPACE), new Alarm(3, Alarm.Type.CORRUPT));
        assertThat(state.alarmsOf(state.members().get(1))).containsExactly(new Alarm(2, Alarm.Type.NOSPACE));
    }

    private static FakeCluster three(String... endpoints) {
        return new FakeCluster(endpoints)
                .member(1, "a", "http://a:2379")
                .member(2, "b", "http://b:2379")
                .member(3, "c", "http://c:2379");
    }

    private static ClusterState look(FakeCluster cluster) throws InterruptedException {
        Look look = ClusterProbe.look(cluster, SOON);
        assertThat(look).isInstanceOf(ClusterState.class);
        return (ClusterState) look;
    }
}
