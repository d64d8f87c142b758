package dev.quorate.testing;

import dev.quorate.etcd.Access;
import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.AlarmList;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.HashKv;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.Leases;
import dev.quorate.etcd.Maintenance;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.Membership;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.Watches;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.time.Pause;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that answers who its members are and how they stand, as a test says. Endpoints it was not told of refuse
 * connections. Whatever else it is asked fails the test.
 */
public final class FakeCluster implements EtcdClient {

    /** The id of a member that is added. */
    public static final long ADDED = 0xadd;

    private static final long CLUSTER = 0xc1;

    private final List<Endpoint> endpoints;
    private final List<Member> members = new ArrayList<>();
    private final Map<Endpoint, EndpointStatus> answers = new LinkedHashMap<>();
    private final List<Endpoint> frozen = new ArrayList<>();
    private final List<Endpoint> holes = new ArrayList<>();
    private final Map<Endpoint, Duration> delays = new LinkedHashMap<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final Map<Endpoint, Snapshots> snapshots = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();
    private final Deque<String> refusals = new ArrayDeque<>();
    private List<Member> before = List.of();
    private int delay;
    private boolean quorum = true;

    /** What a member sends that is asked for a snapshot. */
    @FunctionalInterface
    public interface Snapshots {
        void sendTo(Maintenance.SnapshotSink sink) throws IOException;
    }

    public FakeCluster(String... endpoints) {
        this.endpoints = List.of(endpoints).stream().map(Endpoint::new).toList();
    }

    /** A voting member with one client URL, which does not answer until told to. */
    public FakeCluster member(long id, String name, String clientUrl) {
        members.add(new Member(id, name, List.of("http://peer" + id + ":2380"), List.of(clientUrl), false));
        return this;
    }

    public FakeCluster learner(long id, String name, String clientUrl) {
        members.add(new Member(id, name, List.of("http://peer" + id + ":2380"), List.of(clientUrl), true));
        return this;
    }

    /** A member that was added and has never started. */
    public FakeCluster unstarted(long id) {
        members.add(new Member(id, "", List.of("http://peer" + id + ":2380"), List.of(), false));
        return this;
    }

    /** {@code endpoint} is answered by member {@code id}, which knows {@code leader} (0 for none). */
    public FakeCluster answering(String endpoint, long id, long leader, long raftIndex, String... errors) {
        ResponseHeader header = new ResponseHeader(CLUSTER, id, 9, 3);
        EndpointStatus status = new EndpointStatus(
                header, "3.5.16", 20480, 16384, leader, raftIndex, 3, raftIndex, false, List.of(errors));
        answers.put(new Endpoint(endpoint), status);
        return this;
    }

    /** {@code endpoint} takes calls and never answers. */
    public FakeCluster frozen(String endpoint) {
        frozen.add(new Endpoint(endpoint));
        return this;
    }

    /** {@code endpoint} takes calls at once and answers them after {@code delay}: a machine that has too much to do. */
    public FakeCluster slow(String endpoint, Duration delay) {
        delays.put(new Endpoint(endpoint), delay);
        return this;
    }

    /** {@code endpoint} takes no connection and refuses none. */
    public FakeCluster blackHole(String endpoint) {
        holes.add(new Endpoint(endpoint));
        return this;
    }

    /** Member {@code id} has raised an alarm. */
    public FakeCluster alarmed(long id, Alarm.Type type) {
        alarms.add(new Alarm(id, type));
        return this;
    }

    /** {@code endpoint} sends this snapshot. */
    public FakeCluster snapshot(String endpoint, Snapshots sent) {
        snapshots.put(new Endpoint(endpoint), sent);
        return this;
    }

    /** The next change of the membership is refused, and the one after it by the next of {@code reasons}. */
    public FakeCluster refusing(String... reasons) {
        refusals.addAll(List.of(reasons));
        return this;
    }

    /** A member that was added to be reached at {@code peerUrl} and has never started. */
    public FakeCluster unstarted(long id, String peerUrl, boolean learner) {
        members.add(new Member(id, "", List.of(peerUrl), List.of(), learner));
        return this;
    }

    /** A learner that has started, and is reached by its peers at {@code peerUrl}. */
    public FakeCluster startedLearner(long id, String name, String peerUrl) {
        members.add(new Member(id, name, List.of(peerUrl), List.of(), true));
        return this;
    }

    /** What was changed, in order: {@code move-leader b}. */
    public List<String> changes() {
        return changes;
    }

    /** A promotion is told by as many membership lists later only, as by a follower that sent it on to the leader. */
    public FakeCluster tellingPromotionsAfter(int lists) {
        delay = lists;
        return this;
    }

    /** What needs a quorum is not answered. */
    public FakeCluster withoutQuorum() {
        quorum = false;
        return this;
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public EtcdClient at(Endpoint endpoint) {
        FakeCluster there = new FakeCluster(endpoint.text());
        there.members.addAll(members);
        there.answers.putAll(answers);
        there.frozen.addAll(frozen);
        there.holes.addAll(holes);
        there.delays.putAll(delays);
        there.quorum = quorum;
        return there;
    }

    @Override
    public Membership membership() {
        return new Membership() {
            @Override
            public MemberList list(boolean linearizable) {
                EndpointStatus who = answer(endpoints.getFirst());
                if (linearizable && !quorum) {
                    freeze();
                }
                if (!before.isEmpty() && delay-- > 0) {
                    return new MemberList(who.header(), before);
                }
                return new MemberList(who.header(), members);
            }

            @Override
            public Added add(List<String> peerUrls, boolean learner) {
                refuseIfTold();
                Member added = new Member(ADDED, "", peerUrls, List.of(), learner);
                members.add(added);
                changes.add("add " + String.join(",", peerUrls) + (learner ? " as learner" : ""));
                return new Added(answer(endpoints.getFirst()).header(), added, members);
            }

            @Override
            public MemberList remove(long id) {
                refuseIfTold();
                changes.add("remove " + Long.toHexString(id));
                members.removeIf(member -> member.id() == id);
                return list(false);
            }

            @Override
            public MemberList update(long id, List<String> peerUrls) {
                throw unforeseen();
            }

            @Override
            public MemberList promote(long id) {
                refuseIfTold();
                if (members.stream().noneMatch(member -> member.id() == id && member.learner())) {
                    throw OperatorException.of(ExitCode.ERROR, "etcdserver: can only promote a learner member");
                }
                before = List.copyOf(members);
                changes.add("promote " + Long.toHexString(id));
                members.replaceAll(member -> member.id() == id
                        ? new Member(id, member.name(), member.peerUrls(), member.clientUrls(), false)
                        : member);
                return list(false);
            }
        };
    }

    @Override
    public Maintenance maintenance() {
        return new Maintenance() {
            @Override
            public EndpointStatus status(Endpoint endpoint) {
                return answer(endpoint);
            }

            @Override
            public HashKv hashKv(Endpoint endpoint, long revision) {
                throw unforeseen();
            }

            @Override
            public AlarmList alarms() {
                return new AlarmList(new ResponseHeader(CLUSTER, 0, 9, 3), alarms);
            }

            @Override
            public AlarmList disarm(Alarm alarm) {
                throw unforeseen();
            }

            @Override
            public ResponseHeader defragment(Endpoint endpoint) {
                throw unforeseen();
            }

            @Override
            public ResponseHeader moveLeader(Endpoint leader, long target) {
                EndpointStatus asked = answer(leader);
                if (asked.leader() != asked.header().memberId()) {
                    throw OperatorException.of(ExitCode.ERROR, "etcdserver: not leader");
                }
                changes.add("move-leader " + Long.toHexString(target));
                answers.replaceAll((endpoint, status) -> led(status, target));
                return asked.header();
            }

            @Override
            public long snapshot(Endpoint endpoint, SnapshotSink sink) throws IOException {
                Snapshots sent = snapshots.get(endpoint);
                if (sent == null) {
                    throw unforeseen();
                }
                sent.sendTo(sink);
                return 0;
            }

            @Override
            public Downgraded downgrade(DowngradeAction action, String version) {
                throw unforeseen();
            }
        };
    }

    private void refuseIfTold() {
        if (!refusals.isEmpty()) {
            throw OperatorException.of(ExitCode.ERROR, refusals.removeFirst());
        }
    }

    private static EndpointStatus led(EndpointStatus status, long leader) {
        return new EndpointStatus(
                status.header(),
                status.version(),
                status.dbSize(),
                status.dbSizeInUse(),
                leader,
                status.raftIndex(),
                status.raftTerm(),
                status.raftAppliedIndex(),
                status.learner(),
                status.errors());
    }

    private EndpointStatus answer(Endpoint endpoint) {
        if (frozen.contains(endpoint) || holes.contains(endpoint)) {
            freeze();
        }
        if (delays.containsKey(endpoint)) {
            await(delays.get(endpoint));
        }
        EndpointStatus answer = answers.get(endpoint);
        if (answer == null) {
            throw OperatorException.of(
                    ExitCode.BAD_CONNECTION, "nothing listens at " + endpoint, "is etcd running there?");
        }
        return answer;
    }

    private static void freeze() {
        await(Duration.ofHours(1));
    }

    private static void await(Duration delay) {
        try {
            Pause.real().of(delay);
        } catch (InterruptedException e) {
            throw OperatorException.of(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    @Override
    public Keys keys() {
        throw unforeseen();
    }

    @Override
    public Watches watches() {
        throw unforeseen();
    }

    @Override
    public Access access() {
        throw unforeseen();
    }

    @Override
    public Leases leases() {
        throw unforeseen();
    }

    private static UnsupportedOperationException unforeseen() {
        return new UnsupportedOperationException("this test did not foresee the call");
    }

    @Override
    public Optional<X509Certificate> serverCertificate(Endpoint endpoint) {
        return Optional.empty();
    }

    @Override
    public boolean listens(Endpoint endpoint) {
        return frozen.contains(endpoint) || answers.containsKey(endpoint);
    }

    @Override
    public String metrics(Endpoint endpoint) {
        throw unforeseen();
    }

    @Override
    public void close() {}
}
