package dev.quorate.cluster;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.Look;
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

/** Gathers what {@code status} shows, well within the dial timeout. */
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
        Duration share = sessions.current().etcd().timeouts().dial().dividedBy(5);
        EtcdClient client = connections.client();
        Look look = ClusterProbe.look(client, share.multipliedBy(3));
        requireTold(look);
        return switch (look) {
            case Look.Nothing nothing -> new SilentReport(cluster, nothing.replies());
            case ClusterState state -> new MembersReport(cluster, state, certificateDays(client, state, share));
        };
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
