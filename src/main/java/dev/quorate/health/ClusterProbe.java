package dev.quorate.health;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.session.FanOut;
import dev.quorate.session.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at a cluster: the membership from whoever tells it first, then every member at once. Endpoints of the session are
 * asked too, as the addresses members advertise need not be reachable from here.
 */
public final class ClusterProbe {

    /** People look for a member by its name; those that have never started have none and come last. */
    private static final Comparator<Member> BY_NAME = Comparator.comparing(Member::started)
            .reversed()
            .thenComparing(Member::name)
            .thenComparing(Member::id, Long::compareUnsigned);

    /** Others may take so many times as long as the first that answered: they have their connections to make still. */
    private static final int SLOWER = 2;

    private final EtcdClient client;
    private final LookTime time;
    private final long start = System.nanoTime();

    private ClusterProbe(EtcdClient client, LookTime time) {
        this.client = client;
        this.time = time;
    }

    /**
     * @param deadline for the whole look; members that have not answered by then are told as unreachable
     */
    public static Look look(EtcdClient client, Duration deadline) throws InterruptedException {
        return look(client, LookTime.of(deadline));
    }

    /** A look that waits for members that are slow, longer than for those that are dead. */
    public static Look look(EtcdClient client, LookTime time) throws InterruptedException {
        return new ClusterProbe(client, time).look();
    }

    private Look look() throws InterruptedException {
        List<Reply<MemberList>> lists = lists();
        Optional<MemberList> members =
                lists.isEmpty() ? Optional.empty() : lists.getLast().value();
        if (members.isEmpty()) {
            return new Look.Nothing(List.copyOf(lists));
        }
        return look(members.get());
    }

    /** Whoever answers, answers last. */
    private List<Reply<MemberList>> lists() throws InterruptedException {
        Function<Endpoint, MemberList> call =
                endpoint -> client.at(endpoint).membership().list(false);
        List<Reply<MemberList>> lists = FanOut.untilFirst(client.endpoints(), left(time.silent()), call);
        if (lists.isEmpty() || lists.getLast().value().isPresent()) {
            return lists;
        }
        List<Endpoint> hopeful = FanOut.hopeful(client, lists);
        Duration waited = spent();
        return FanOut.updated(lists, waited, FanOut.untilFirst(hopeful, left(time.whole()), call));
    }

    private ClusterState look(MemberList list) throws InterruptedException {
        Duration usual = spent();
        List<Reply<EndpointStatus>> replies = statuses(places(list.members()), usual);
        List<MemberState> members = list.members().stream()
                .sorted(BY_NAME)
                .map(member -> state(member, replies))
                .toList();
        ClusterState seen = new ClusterState(list.header().clusterId(), members, Optional.empty());
        if (seen.votes().present()) {
            return seen;
        }
        return new ClusterState(seen.clusterId(), members, decides(members, usual));
    }

    private List<Reply<EndpointStatus>> statuses(List<Endpoint> places, Duration usual) throws InterruptedException {
        Function<Endpoint, EndpointStatus> call =
                endpoint -> client.maintenance().status(endpoint);
        long asked = System.nanoTime();
        List<Reply<EndpointStatus>> replies = FanOut.ask(places, atLeast(usual, left(time.silent())), call);
        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        Duration slow = usual.multipliedBy(SLOWER).minus(waited);
        Duration more = atLeast(slow.isNegative() ? Duration.ZERO : slow, left(time.listening()));
        if (more.isZero()) {
            return replies;
        }
        return FanOut.updated(replies, waited, FanOut.ask(FanOut.hopeful(client, replies), more, call));
    }

    /** The session's endpoints and the members' own, each address once. */
    private List<Endpoint> places(List<Member> members) {
        Map<String, Endpoint> places = new LinkedHashMap<>();
        client.endpoints().forEach(endpoint -> places.putIfAbsent(endpoint.authority(), endpoint));
        for (Member member : members) {
            member.clientUrls().stream().map(Endpoint::new).forEach(url -> places.putIfAbsent(url.authority(), url));
        }
        return List.copyOf(places.values());
    }

    private static MemberState state(Member member, List<Reply<EndpointStatus>> replies) {
        List<Reply<EndpointStatus>> own = new ArrayList<>();
        for (Reply<EndpointStatus> reply : replies) {
            if (reply.value()
                    .filter(status -> status.header().memberId() == member.id())
                    .isPresent()) {
                return new MemberState(
                        member, Optional.of(reply.endpoint()), reply.value(), Optional.empty(), reply.took());
            }
            if (advertises(member, reply.endpoint())) {
                own.add(reply);
            }
        }
        return own.isEmpty() ? unasked(member) : silent(member, own.getFirst());
    }

    private static boolean advertises(Member member, Endpoint endpoint) {
        return member.clientUrls().stream()
                .anyMatch(url -> new Endpoint(url).authority().equals(endpoint.authority()));
    }

    private static MemberState unasked(Member member) {
        Failure failure = Failure.of(ExitCode.BAD_CONNECTION, "it has never started");
        return new MemberState(member, Optional.empty(), Optional.empty(), Optional.of(failure), Duration.ZERO);
    }

    private static MemberState silent(Member member, Reply<EndpointStatus> reply) {
        Failure failure = reply.failure()
                .orElseGet(
                        () -> Failure.of(ExitCode.BAD_CONNECTION, reply.endpoint() + " is answered by another member"));
        return new MemberState(
                member, Optional.of(reply.endpoint()), Optional.empty(), Optional.of(failure), reply.took());
    }

    /**
     * Whether the cluster decides although too few voters are seen from here, proved by a membership that a quorum agrees
     * to. Before etcd 3.5 a member answers that alone, so it proves nothing.
     */
    private Optional<Boolean> decides(List<MemberState> members, Duration usual) throws InterruptedException {
        List<Endpoint> able = members.stream()
                .filter(MemberState::healthy)
                .filter(state -> state.status().filter(ClusterProbe::asksQuorum).isPresent())
                .flatMap(state -> state.endpoint().stream())
                .toList();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        List<Reply<MemberList>> replies = FanOut.untilFirst(
                able,
                atLeast(usual, left(time.silent())),
                endpoint -> client.at(endpoint).membership().list(true));
        return Optional.of(replies.getLast().value().isPresent());
    }

    private static boolean asksQuorum(EndpointStatus status) {
        return !status.version().startsWith("3.4.") && !status.version().startsWith("3.3.");
    }

    private Duration atLeast(Duration usual, Duration left) {
        Duration longer = usual.compareTo(left) > 0 ? usual : left;
        Duration all = left(time.whole());
        return longer.compareTo(all) > 0 ? all : longer;
    }

    /** What is left of {@code allowed}, which began with the look. */
    private Duration left(Duration allowed) {
        Duration left = allowed.minus(spent());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
