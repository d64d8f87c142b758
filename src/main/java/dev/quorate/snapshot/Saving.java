package dev.quorate.snapshot;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings.Timeouts;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import dev.quorate.session.FanOut;
import dev.quorate.session.Reply;
import dev.quorate.session.Sessions;
import dev.quorate.session.SettingName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Saves snapshots. Of several members one is chosen; when it fails on the way, the next takes its place. It takes as long as it
 * takes, unless the line itself has a {@code --command-timeout}.
 */
public final class Saving {

    private static final String TAKES_LONGER = "leave out --command-timeout: a snapshot takes as long as it takes";

    private final Sessions sessions;
    private final Connections connections;

    public Saving(Sessions sessions, Connections connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    /**
     * Saves into {@code file}, which stays as it is unless all goes well.
     *
     * @param note is told which member was chosen and who was passed over
     */
    Saved save(Path file, Consumer<String> note) throws InterruptedException {
        EtcdClient client = connections.client();
        try (PartFile part = PartFile.beside(file)) {
            Endpoint endpoint = download(client, part, note);
            long size = part.size();
            return new Saved(endpoint, size, part.finish());
        }
    }

    private Endpoint download(EtcdClient client, PartFile part, Consumer<String> note) throws InterruptedException {
        if (client.endpoints().size() == 1) {
            Endpoint only = client.endpoints().getFirst();
            download(client, only, part);
            return only;
        }
        List<Source> sources = new Sources(client, timeouts()).answering(note);
        for (Source source : sources) {
            note.accept("saving a snapshot from " + source.described());
            Optional<OperatorException> broken = attempt(client, source.endpoint(), part);
            if (broken.isEmpty()) {
                return source.endpoint();
            }
            if (source.equals(sources.getLast())) {
                throw broken.get();
            }
            note.accept(source.endpoint() + " failed: " + broken.get().failure().what());
            part.clear();
        }
        throw new IllegalStateException("no source");
    }

    /** What broke the connection, if that is what went wrong: another member may do. */
    private Optional<OperatorException> attempt(EtcdClient client, Endpoint endpoint, PartFile part)
            throws InterruptedException {
        try {
            download(client, endpoint, part);
            return Optional.empty();
        } catch (OperatorException e) {
            if (e.failure().exitCode() != ExitCode.BAD_CONNECTION) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    private void download(EtcdClient client, Endpoint endpoint, PartFile part) throws InterruptedException {
        Optional<Duration> limit = limit();
        if (limit.isEmpty()) {
            stream(client, endpoint, part);
            return;
        }
        Reply<Boolean> reply = FanOut.ask(List.of(endpoint), limit.get(), one -> stream(client, one, part))
                .getFirst();
        reply.failure().ifPresent(failure -> {
            throw new OperatorException(failure.hint() == null ? failure.withHint(TAKES_LONGER) : failure);
        });
    }

    private static boolean stream(EtcdClient client, Endpoint endpoint, PartFile part) {
        try {
            client.maintenance().snapshot(endpoint, part);
            return true;
        } catch (IOException e) {
            throw SnapshotFaults.unwritable(part.path(), e);
        }
    }

    private Optional<Duration> limit() {
        return sessions.current()
                .layers()
                .line()
                .find(SettingName.COMMAND_TIMEOUT)
                .map(word -> timeouts().command());
    }

    private Timeouts timeouts() {
        return sessions.current().etcd().timeouts();
    }
}
