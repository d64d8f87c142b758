package dev.quorate.check;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.GoText;
import java.util.List;
import java.util.function.Consumer;

/** What a check leaves in the cluster, and how it is taken away. */
final class Traces {

    private static final int DELETED_AT_ONCE = 5_000;

    private final EtcdClient client;
    private final Bytes prefix;

    Traces(EtcdClient client, Bytes prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** @throws OperatorException if keys with the prefix are there: they would be deleted with the check's own */
    void requireNone() {
        RangeRequest any = RangeRequest.of(KeyRange.prefix(prefix)).withLimit(1).withKeysOnly(true);
        if (prefix.isEmpty() || !client.keys().range(any).keyValues().isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "prefix " + GoText.quote(prefix.unsafeArray()) + " has keys",
                    "they would be deleted with the check's own: choose another --prefix, or del --prefix " + prefix
                            + " first");
        }
    }

    /** Deletes all keys with the prefix, a few thousand at a time, so that others are served in between. */
    void remove() {
        RangeRequest some = RangeRequest.of(KeyRange.prefix(prefix))
                .withLimit(DELETED_AT_ONCE)
                .withKeysOnly(true);
        List<KeyValue> keys = client.keys().range(some).keyValues();
        while (!keys.isEmpty()) {
            Bytes after = KeyRange.after(keys.getLast().key());
            client.keys()
                    .delete(new DeleteRequest(KeyRange.between(keys.getFirst().key(), after), false));
            keys = keys.size() < DELETED_AT_ONCE
                    ? List.of()
                    : client.keys().range(some).keyValues();
        }
    }

    /** Compacts the history up to now. @param told what it does, in etcdctl's words */
    void compact(Consumer<String> told) {
        RangeRequest any = RangeRequest.of(KeyRange.prefix(prefix)).withLimit(1);
        long revision = client.keys().range(any).header().revision();
        told.accept("Compacting with revision " + revision);
        client.keys().compact(revision, true);
        told.accept("Compacted with revision " + revision);
    }

    /** Defragments one endpoint after another. */
    void defragment(Consumer<String> told) {
        client.endpoints().forEach(endpoint -> {
            String name = GoText.quote(endpoint.text());
            told.accept("Defragmenting " + name);
            client.maintenance().defragment(endpoint);
            told.accept("Defragmented " + name);
        });
    }
}
