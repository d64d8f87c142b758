package dev.quorate.shell.completion;

import dev.quorate.command.Completes;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.session.Connections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Names of live keys, segment by segment. */
final class KeySource implements CompletionSource {

    private static final int DEEPEST_DESCENT = 6;

    private final Connections connections;
    private final Lookups lookups;
    private final KnownKeys knownKeys;

    KeySource(Connections connections, Lookups lookups, KnownKeys knownKeys) {
        this.connections = connections;
        this.lookups = lookups;
        this.knownKeys = knownKeys;
    }

    @Override
    public Completes kind() {
        return Completes.KEY;
    }

    @Override
    public Proposals propose(String typed) {
        return lookups.ask("key " + typed, soFar -> {
            Optional<EtcdClient> client = connections.clientInBackground();
            return client.isEmpty() ? Proposals.NONE : propose(client.get(), typed, soFar);
        });
    }

    /** Where all names go on with the same segment, goes on behind it, so that one Tab is enough. */
    private Proposals propose(EtcdClient client, String typed, Consumer<List<Proposal>> soFar)
            throws InterruptedException, ExecutionException {
        List<Bytes> known = knownKeys.of(client);
        Proposals found = new KeyScan(client.keys(), Bytes.of(typed), soFar).run(known);
        for (int depth = 0; depth < DEEPEST_DESCENT && isOnlyAPart(found); depth++) {
            Bytes part = Bytes.of(found.list().getFirst().value());
            found = new KeyScan(client.keys(), part, soFar).run(known);
        }
        return found;
    }

    private static boolean isOnlyAPart(Proposals found) {
        return found.all()
                && found.list().size() == 1
                && !found.list().getFirst().whole();
    }
}
