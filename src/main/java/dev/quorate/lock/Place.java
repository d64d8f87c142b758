package dev.quorate.lock;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Compare;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.OperationResponse;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.TxnResponse;
import java.util.List;

/** A place in the queue of those who want the same thing; closing gives it up. */
final class Place implements AutoCloseable {

    private final Queue queue;
    private final EtcdClient client;
    private final LeaseSession session;
    private final Bytes key;
    private final TxnResponse taken;
    private boolean left;

    private Place(Queue queue, EtcdClient client, LeaseSession session, Bytes key, TxnResponse taken) {
        this.queue = queue;
        this.client = client;
        this.session = session;
        this.key = key;
        this.taken = taken;
    }

    /** Takes the last place of {@code queue}. */
    static Place take(Queue queue, EtcdClient client, LeaseSession session, String value) {
        Bytes key = queue.key(session.id());
        PutRequest put = PutRequest.of(key, Bytes.of(value)).withLease(session.id());
        var request = new TxnRequest(
                List.of(created(key, 0)),
                List.of(new Operation.Put(put), new Operation.Range(queue.first())),
                List.of());
        return new Place(queue, client, session, key, client.keys().transact(request));
    }

    private static Compare created(Bytes key, long revision) {
        return new Compare.OfNumber(key, Compare.Operator.EQUAL, Compare.NumberTarget.CREATE, revision);
    }

    Bytes key() {
        return key;
    }

    /**
     * Waits until those before have left.
     *
     * @return the place then
     * @throws dev.quorate.failure.OperatorException if the session was lost meanwhile
     */
    RangeResponse awaitTurn(Invocation line) throws InterruptedException {
        if (!first()) {
            if (line.interactive()) {
                line.note(queue.name() + " is taken: waiting for it, Ctrl-C gives up");
            }
            queue.awaitEmptyBefore(takenAt(), client, session);
        }
        return look();
    }

    /** The revision that the place was taken at. */
    long takenAt() {
        return taken.header().revision();
    }

    /** Whether nobody stood in the queue before. */
    boolean first() {
        return taken.responses().getLast() instanceof OperationResponse.Range oldest
                && oldest.response().keyValues().getFirst().key().equals(key);
    }

    private RangeResponse look() {
        RangeResponse now = client.keys().range(RangeRequest.of(KeyRange.single(key)));
        if (now.keyValues().isEmpty()) {
            throw session.expired();
        }
        return now;
    }

    @Override
    public void close() {
        if (left) {
            return;
        }
        left = true;
        Keys keys = client.keys();
        var delete = new Operation.Delete(new DeleteRequest(KeyRange.single(key), false));
        keys.transact(new TxnRequest(List.of(created(key, takenAt())), List.of(delete), List.of()));
    }
}
