package dev.quorate.remote.ssh;

import dev.quorate.thread.Daemons;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import net.schmizz.sshj.SSHClient;
import org.jspecify.annotations.Nullable;

/** An open way to a host: a client for each server on it, one through the other. */
final class Connection implements AutoCloseable {

    /** One below OpenSSH's default of MaxSessions, so that ending a command always has a place. */
    private static final int MOST_COMMANDS = 9;

    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final String host;
    private final List<SSHClient> clients = new ArrayList<>();
    private final Semaphore places = new Semaphore(MOST_COMMANDS);
    private @Nullable Stop end;

    Connection(String host) {
        this.host = host;
    }

    void add(Stop stop, SSHClient client) {
        end = stop;
        clients.add(client);
    }

    String host() {
        return host;
    }

    /** Where it leads to. */
    Stop end() {
        if (end == null) {
            throw new IllegalStateException("not connected to " + host);
        }
        return end;
    }

    /** The client that the next server is reached through; none at the beginning. */
    @Nullable
    SSHClient last() {
        return clients.isEmpty() ? null : clients.getLast();
    }

    SSHClient client() {
        return clients.getLast();
    }

    Semaphore places() {
        return places;
    }

    boolean alive() {
        return clients.stream().allMatch(client -> client.isConnected() && client.isAuthenticated());
    }

    /** Says goodbye, but does not wait long for somebody who no longer listens. */
    @Override
    public void close() {
        Thread closing = Daemons.start("ssh goodbye", () -> clients.reversed().forEach(Connection::close));
        try {
            closing.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(SSHClient client) {
        try {
            client.close();
        } catch (IOException _) {
            return;
        }
    }
}
