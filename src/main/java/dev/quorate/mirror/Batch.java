package dev.quorate.mirror;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.PutRequest;
import java.util.ArrayList;
import java.util.List;

/** Operations gathered until they fill a transaction: in number, or in bytes, of which etcd takes 1.5 MiB in a request. */
final class Batch {

    private static final int MOST_BYTES = 1 << 20;

    private final int mostOperations;
    private List<Operation> operations = new ArrayList<>();
    private long bytes;

    Batch(int mostOperations) {
        this.mostOperations = mostOperations;
    }

    /** Whether nothing of {@code size} bytes goes in any more. */
    boolean fullFor(long size) {
        return operations.size() >= mostOperations || (!operations.isEmpty() && bytes + size > MOST_BYTES);
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    void put(Bytes key, Bytes value) {
        operations.add(new Operation.Put(PutRequest.of(key, value)));
        bytes += (long) key.length() + value.length();
    }

    void delete(Bytes key) {
        operations.add(new Operation.Delete(new DeleteRequest(KeyRange.single(key), false)));
        bytes += key.length();
    }

    /** What was gathered; the batch is empty then. */
    List<Operation> take() {
        List<Operation> taken = operations;
        operations = new ArrayList<>();
        bytes = 0;
        return taken;
    }
}
