package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Newcomer;
import dev.quorate.provision.Node;
import dev.quorate.testing.FakeCluster;
import dev.quorate.testing.FakeHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What of a cluster that lives is not as its file has it. */
@Timeout(20)
class CheckMembersTest {

    private final FakeCluster cluster = LivingMembers.three();

    @Test
    void aMemberThatTheFileDoesNotNameIsToldWithWhatToDo() throws Exception {
        assertThat(new CheckMembers(
                                LivingMembers.newcomers("etcd1", "etcd2"),
                                List.of("etcd1", "etcd2"),
                                LivingMembers.living(cluster))
                        .inspect())
                .isEqualTo(
                        StepState.leaving(
                                "",
                                List.of(
                                        "etcd3 is a member, and the cluster file does not name it: put it in again and take it off by "
                                                + "'cluster down --member etcd3', or, if its host is gone, 'member remove etcd3'")));
    }

    @Test
    void aMemberUnderAnotherNameIsRefused() throws Exception {
        FakeCluster renamed = at("etcd7", "http://peer1:2380");

        assertThat(new CheckMembers(LivingMembers.newcomers("etcd1"), List.of("etcd7"), LivingMembers.living(renamed))
                        .inspect())
                .isEqualTo(StepState.blocked(
                        "etcd1 is to be where etcd7 is, which the cluster file does not name",
                        "a member keeps its name: call it etcd7 again; or take it off as etcd7 first, by "
                                + "'cluster down --member etcd7'"));
    }

    @Test
    void aMemberThatTheOthersWouldLookForElsewhereIsRefused() throws Exception {
        FakeCluster elsewhere = at("etcd1", "https://10.0.0.9:2380");

        assertThat(new CheckMembers(LivingMembers.newcomers("etcd1"), List.of("etcd1"), LivingMembers.living(elsewhere))
                        .inspect())
                .isEqualTo(StepState.blocked(
                        "the others know etcd1 at https://10.0.0.9:2380, and the cluster file has it at http://peer1:2380",
                        "put back what the file said; a member moves by 'cluster down --member NAME' before the file is "
                                + "changed, and 'cluster up' after it"));
    }

    /** etcd makes its membership of {@code initial-cluster}, whatever a member advertises. */
    @Test
    void aMemberThatWasFoundedByItsAddressMayAdvertiseItsName() throws Exception {
        Newcomer named = with(
                LivingMembers.newcomer(new FakeHost("etcd1"), "etcd1", "http://etcd1.lan:2380", 3, 5),
                Map.of(
                        Setting.INITIAL_CLUSTER, "etcd1=http://10.0.0.1:2380,etcd2=http://10.0.0.2:2380",
                        Setting.LISTEN_PEER_URLS, "http://10.0.0.1:2380"));

        assertThat(new CheckMembers(
                                List.of(named),
                                List.of("etcd1"),
                                LivingMembers.living(at("etcd1", "http://10.0.0.1:2380")))
                        .inspect())
                .isEqualTo(StepState.done());
        assertThat(new CheckMembers(
                                List.of(named),
                                List.of("etcd1"),
                                LivingMembers.living(at("etcd1", "http://10.0.0.2:2380")))
                        .inspect())
                .isInstanceOf(StepState.Blocked.class);
        assertThat(new CheckMembers(
                                List.of(named),
                                List.of("etcd7"),
                                LivingMembers.living(at("etcd7", "http://10.0.0.1:2380")))
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
                LivingMembers.newcomer(new FakeHost("etcd1"), "etcd1", "http://peer1:2380", 3, 5),
                Map.of(Setting.ADVERTISE_CLIENT_URLS, "http://e1:2389"));

        assertThat(new CheckMembers(List.of(elsewhere), List.of("etcd1"), LivingMembers.living(serving)).inspect())
                .isEqualTo(StepState.blocked(
                        "etcd1 serves clients at port 2379, and the cluster file says 2389",
                        "put back the port the file said: a cluster that lives does not follow to another"));
    }

    @Test
    void versionsThatEtcdDoesNotTakeInOneStepAreRefused() throws Exception {
        assertThat(new CheckMembers(ofVersion(3, 4), List.of("etcd1"), LivingMembers.living(LivingMembers.three()))
                        .inspect())
                .isEqualTo(StepState.blocked(
                        "the members run 3.5.16, and the cluster file says 3.4.10",
                        "an etcd of 3.4 does not serve in a cluster of 3.5: let the file say the newer one"));
        assertThat(new CheckMembers(ofVersion(3, 7), List.of("etcd1"), LivingMembers.living(LivingMembers.three()))
                        .inspect())
                .isEqualTo(StepState.blocked(
                        "the members run 3.5.16, and the cluster file says 3.7.10",
                        "etcd goes one minor version at a time: take it to 3.6 first"));
        assertThat(new CheckMembers(ofVersion(3, 6), List.of("etcd1"), LivingMembers.living(LivingMembers.three()))
                        .inspect())
                .isEqualTo(StepState.done());
    }

    private static List<Newcomer> ofVersion(int major, int minor) {
        return Stream.of("1", "2", "3")
                .map(number -> LivingMembers.newcomer(
                        new FakeHost("etcd" + number), "etcd" + number, "http://peer" + number + ":2380", major, minor))
                .toList();
    }

    @Test
    void aMemberThatWasAddedByHandAndNeverStartedIsTold() throws Exception {
        cluster.unstarted(0xabc, "https://10.0.0.9:2380", true);

        assertThat(new CheckMembers(
                                LivingMembers.newcomers("etcd1", "etcd2", "etcd3"),
                                List.of("etcd1", "etcd2"),
                                LivingMembers.living(cluster))
                        .inspect())
                .isEqualTo(StepState.leaving(
                        "",
                        List.of("abc was added for https://10.0.0.9:2380, which the cluster file does not name: "
                                + "take it out by 'member remove abc'")));
    }

    @Test
    void aMemberOnRecordIsToldWhereTheClusterDoesNotAnswer() throws Exception {
        Step step = new CheckMembers(
                LivingMembers.newcomers("etcd1", "etcd2"),
                List.of("etcd1", "etcd2", "etcd3"),
                LivingMembers.living(new FakeCluster("http://e1")));

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
        cluster.unstarted(4, "https://10.0.0.4:2380", true);

        List<Newcomer> expected = new ArrayList<>(LivingMembers.newcomers("etcd1", "etcd2", "etcd3"));
        expected.add(LivingMembers.newcomer(new FakeHost("etcd4"), "etcd4", "https://10.0.0.4:2380", 3, 5));

        assertThat(new CheckMembers(expected, List.of("etcd1", "etcd2", "etcd3"), LivingMembers.living(cluster))
                        .inspect())
                .isEqualTo(StepState.done());
    }
}
