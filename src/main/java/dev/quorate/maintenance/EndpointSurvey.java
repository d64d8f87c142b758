package dev.quorate.maintenance;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings.Timeouts;
import dev.quorate.etcd.HashKv;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import dev.quorate.session.FanOut;
import dev.quorate.session.Reply;
import dev.quorate.session.Sessions;
import java.time.Duration;
import java.util.List;

/** Asks every endpoint of the session, or of the member list, the same question. */
public final class EndpointSurvey {

    private final Sessions sessions;
    private final Connections connections;

    public EndpointSurvey(Sessions sessions, Connections connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    List<Reply<EndpointStatus>> statuses(boolean cluster) throws InterruptedException {
        return statuses(endpoints(cluster));
    }

    List<Reply<EndpointStatus>> statuses(List<Endpoint> endpoints) throws InterruptedException {
        return ask(endpoints, (client, endpoint) -> client.maintenance().status(endpoint));
    }

    List<Reply<HashKv>> hashes(boolean cluster, long revision) throws InterruptedException {
        return ask(
                endpoints(cluster), (client, endpoint) -> client.maintenance().hashKv(endpoint, revision));
    }

    List<EndpointHealth> health(boolean cluster) throws InterruptedException {
        return ask(endpoints(cluster), EndpointHealth::check).stream()
                .map(EndpointHealth::of)
                .toList();
    }

    private <T> List<Reply<T>> ask(List<Endpoint> endpoints, FanOut.Call<T> question) throws InterruptedException {
        Timeouts timeouts = sessions.current().etcd().timeouts();
        Duration deadline = timeouts.dial().plus(timeouts.command());
        return connections.onEach(endpoints, deadline, question);
    }

    /** The session's endpoints, or all that members advertise. */
    List<Endpoint> endpoints(boolean cluster) {
        EtcdClient client = connections.client();
        if (!cluster) {
            return client.endpoints();
        }
        return members(client).members().stream()
                .map(Member::clientUrls)
                .flatMap(List::stream)
                .map(Endpoint::new)
                .toList();
    }

    private static MemberList members(EtcdClient client) {
        try {
            return client.membership().list(false);
        } catch (OperatorException e) {
            Failure cause = e.failure();
            String what = "failed to fetch endpoints from etcd cluster member list: " + cause.what();
            throw new OperatorException(new Failure(what, cause.hint(), cause.exitCode()), e);
        }
    }
}
