package dev.quorate.remote.ssh;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;
import org.jspecify.annotations.Nullable;

/** Opens connections: server by server, each judged by its key before anything is told to it. */
final class Connector {

    private final Clients clients;
    private final Routes routes;
    private final Authentication authentication;
    private final Secrets secrets;
    private final SshLimits limits;

    Connector(Clients clients, Routes routes, Authentication authentication, Secrets secrets, SshLimits limits) {
        this.clients = clients;
        this.routes = routes;
        this.authentication = authentication;
        this.secrets = secrets;
        this.limits = limits;
    }

    /** @throws OperatorException with one clear reason */
    Connection connect(SshSettings settings) throws InterruptedException {
        Connection connection = new Connection(settings.name());
        try {
            for (Stop stop : routes.to(settings)) {
                SSHClient client = reach(stop, connection);
                connection.add(stop, client);
                logIn(client, stop);
            }
            return connection;
        } catch (OperatorException | InterruptedException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * The key a host shows, and what is known of it; nobody logs in to it, only to the servers before it.
     */
    SeenHostKey look(SshSettings settings) throws InterruptedException {
        return before(settings, (last, connection) -> {
            KnownHosts known = new KnownHosts(last.knownHosts());
            HostKeyCheck check = new HostKeyCheck(last, known);
            try (SSHClient client = clients.client(check)) {
                join(client, last, connection);
            } catch (IOException e) {
                if (check.seen().isEmpty()) {
                    throw failure(last, e);
                }
            }
            HostKey key = check.seen().orElseThrow();
            return new SeenHostKey(last, key, known);
        });
    }

    /** Whether a host would let in who has a key; nobody logs in to it, only to the servers before it. */
    boolean letsIn(SshSettings settings, String publicKey) throws InterruptedException {
        KeyQuestion question = new KeyQuestion(publicKey);
        return before(settings, (last, connection) -> {
            try (SSHClient client = reach(last, connection)) {
                client.auth(last.user(), question);
            } catch (UserAuthException e) {
                return question.taken();
            } catch (IOException e) {
                throw failure(last, e);
            }
            return question.taken();
        });
    }

    /** What is done where the way leads to. */
    @FunctionalInterface
    private interface Arrival<T> {
        T at(Stop last, Connection before) throws InterruptedException;
    }

    private <T> T before(SshSettings settings, Arrival<T> arrival) throws InterruptedException {
        List<Stop> stops = routes.to(settings);
        try (Connection connection = new Connection(settings.name())) {
            for (Stop stop : stops.subList(0, stops.size() - 1)) {
                SSHClient client = reach(stop, connection);
                connection.add(stop, client);
                logIn(client, stop);
            }
            return arrival.at(stops.getLast(), connection);
        }
    }

    private SSHClient reach(Stop stop, Connection before) throws InterruptedException {
        KnownHosts known = new KnownHosts(stop.knownHosts());
        HostKeyCheck check = new HostKeyCheck(stop, known);
        try {
            return joined(clients.client(check), stop, before);
        } catch (IOException e) {
            HostKey key = check.seen().orElse(null);
            if (key == null || known.judge(stop.place(), key) instanceof KnownHosts.Verdict.Known) {
                throw failure(stop, e);
            }
            admit(stop, key, known);
        }
        try {
            return joined(clients.client(new HostKeyCheck(stop, known)), stop, before);
        } catch (IOException e) {
            throw failure(stop, e);
        }
    }

    private static SSHClient joined(SSHClient client, Stop stop, Connection before) throws IOException {
        try {
            join(client, stop, before);
            return client;
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private static void join(SSHClient client, Stop stop, Connection before) throws IOException {
        @Nullable SSHClient previous = before.last();
        if (previous == null) {
            client.connect(stop.address(), stop.port());
        } else {
            client.connectVia(previous.newDirectConnection(stop.address(), stop.port()));
        }
    }

    private void admit(Stop stop, HostKey key, KnownHosts known) throws InterruptedException {
        switch (known.judge(stop.place(), key)) {
            case KnownHosts.Verdict.Known _ -> {}
            case KnownHosts.Verdict.Unknown _ -> {
                if (!secrets.person() || !secrets.agrees(HostKeyTalk.question(stop, key))) {
                    throw new OperatorException(HostKeyTalk.unknown(stop, key));
                }
                known.add(stop.place(), key);
            }
            case KnownHosts.Verdict.Changed changed ->
                throw new OperatorException(HostKeyTalk.changed(stop, key, changed));
            case KnownHosts.Verdict.Revoked revoked ->
                throw new OperatorException(HostKeyTalk.revoked(stop, key, revoked));
        }
    }

    private void logIn(SSHClient client, Stop stop) throws InterruptedException {
        try {
            authentication.logIn(client, stop);
            clients.keepAlive(client);
        } catch (IOException e) {
            throw failure(stop, e);
        }
    }

    private OperatorException failure(Stop stop, IOException e) throws InterruptedException {
        Interruptions.rethrow(e);
        if (String.valueOf(e.getMessage()).contains("Too many authentication failures")) {
            return new OperatorException(
                    new Failure(
                            stop + " refused further keys after several wrong ones",
                            "name the right one with --identity",
                            ExitCode.BAD_CONNECTION),
                    e);
        }
        return ConnectFailure.of(stop, e, limits.connect());
    }
}
