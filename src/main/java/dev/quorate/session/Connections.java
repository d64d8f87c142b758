package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdClients;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the clients of the sessions last used, so that line after line uses the same connection, and asks endpoints in
 * parallel. The only place besides the plan runner that starts threads for a command.
 */
public final class Connections implements AutoCloseable {

    /** Enough for the standing session, a line of its own and a background look at each. */
    private static final int KEPT = 8;

    private final Sessions sessions;
    private final EtcdClients clients;
    private final Passwords passwords;
    private final Map<EtcdSettings, EtcdClient> open = new LinkedHashMap<>(KEPT, 0.75f, true);

    public Connections(Sessions sessions, EtcdClients clients, PasswordPrompt prompt) {
        this.sessions = sessions;
        this.clients = clients;
        this.passwords = new Passwords(prompt);
    }

    /** Connections of somebody who cannot be asked for a password. */
    public Connections(Sessions sessions, EtcdClients clients) {
        this(sessions, clients, Connections::askNobody);
    }

    private static char[] askNobody(String prompt) {
        throw OperatorException.of(
                ExitCode.BAD_ARGUMENTS, "a password is needed", "give --user name:password or --password-file FILE");
    }

    /** The client of the current session; asks for the password where one is wanted. Callers do not close it. */
    public EtcdClient client() {
        return client(passwords.complete(sessions.current()));
    }

    /** The client of the standing session, unless a password would have to be asked for first. */
    public Optional<EtcdClient> clientInBackground() {
        return passwords.completeUnasked(sessions.standing()).map(this::client);
    }

    /** Forgets passwords that were typed, so that the next call asks again. */
    public void forgetPasswords() {
        passwords.forget();
    }

    /**
     * Asks every endpoint at once.
     *
     * @param deadline for all of them; who has not answered by then is told as failed
     * @return one reply for each endpoint, in their order
     */
    public <T> List<Reply<T>> onEach(List<Endpoint> endpoints, Duration deadline, FanOut.Call<T> call)
            throws InterruptedException {
        EtcdClient client = client();
        return FanOut.ask(endpoints, deadline, endpoint -> call.on(client, endpoint));
    }

    private synchronized EtcdClient client(EtcdSettings settings) {
        EtcdClient known = open.get(settings);
        if (known != null) {
            return known;
        }
        if (open.size() >= KEPT) {
            EtcdSettings eldest = open.keySet().iterator().next();
            Optional.ofNullable(open.remove(eldest)).ifPresent(EtcdClient::close);
        }
        requireWholeTls(settings.tls());
        EtcdClient fresh = clients.connect(settings);
        open.put(settings, fresh);
        return fresh;
    }

    private static void requireWholeTls(EtcdSettings.Tls tls) {
        if (tls.certificate().isPresent() != tls.key().isPresent()) {
            String given = tls.certificate().isPresent() ? "--cert" : "--key";
            String missing = tls.certificate().isPresent() ? "--key" : "--cert";
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    given + " is given without " + missing,
                    "a client certificate and its key go together; context explain shows where each came from");
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(EtcdClient::close);
        open.clear();
    }
}
