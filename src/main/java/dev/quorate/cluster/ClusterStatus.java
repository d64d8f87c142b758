package dev.quorate.cluster;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings.Timeouts;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.Look;
import dev.quorate.health.LookTime;
import dev.quorate.health.MemberState;
import dev.quorate.session.Connections;
import dev.quorate.session.FanOut;
import dev.quorate.session.Reply;
import dev.quorate.session.Sessions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers what {@code status} shows: within the dial timeout once a member has answered as usual, and within the dial and the
 * command timeout whatever happens.
 */
public final class ClusterStatus {

    private final Sessions sessions;
    private final Connections connections;
    private final Clock clock;

    public ClusterStatus(Sessions sessions, Connections connections, Clock clock) {
        this.sessions = sessions;
        this.connections = connections;
        this.clock = clock;
    }

    /** As lines after this one will see it: where the session stands now, not where this line began. */
    StatusReport lookFromNowOn() throws Exception {
        return sessions.under(sessions.standing(), this::look);
    }

    StatusReport look() throws InterruptedException {
        Optional<String> cluster = sessions.current().cluster();
        Timeouts timeouts = sessions.current().etcd().timeouts();
        EtcdClient client = connections.client();
        long start = System.nanoTime();
        Look look = ClusterProbe.look(client, LookTime.within(timeouts));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        requireTold(look);
        return switch (look) {
            case Look.Nothing nothing -> new SilentReport(cluster, nothing.replies());
            case ClusterState state ->
                new MembersReport(cluster, state, certificateDays(client, state, timeForCertificates(timeouts, taken)));
        };
    }

    /** As long as the look took, since a slow server is slow here too: no less than a moment, no more than is left. */
    private static Duration timeForCertificates(Timeouts timeouts, Duration taken) {
        Duration moment = timeouts.dial().dividedBy(5);
        Duration left = timeouts.dial().plus(timeouts.command()).minus(taken);
        Duration wanted = taken.compareTo(moment) > 0 ? taken : moment;
        return wanted.compareTo(left) > 0 ? left : wanted;
    }

    private static void requireTold(Look look) {
        if (look.refusal().isPresent()) {
            throw new OperatorException(
                    look.refusal().get().withHint("etcd tells its status to users with the role root: set user root"));
        }
    }

    /** Whole days for which the certificate of each member that answers is good still; negative once it has expired. */
    private Map<Endpoint, Long> certificateDays(EtcdClient client, ClusterState state, Duration deadline)
            throws InterruptedException {
        List<Endpoint> answering = state.members().stream()
                .filter(member -> member.status().isPresent())
                .map(MemberState::endpoint)
                .flatMap(Optional::stream)
                .toList();
        Map<Endpoint, Long> days = new LinkedHashMap<>();
        for (Reply<Optional<X509Certificate>> reply : FanOut.ask(answering, deadline, client::serverCertificate)) {
            reply.value().flatMap(found -> found).ifPresent(found -> days.put(reply.endpoint(), daysLeft(found)));
        }
        return days;
    }

    private long daysLeft(X509Certificate certificate) {
        Duration left =
                Duration.between(clock.instant(), certificate.getNotAfter().toInstant());
        return Math.floorDiv(left.toSeconds(), ChronoUnit.DAYS.getDuration().toSeconds());
    }
}
