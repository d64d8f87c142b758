package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.DeleteResponse;
import dev.quorate.etcd.Keys;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.PutResponse;
import dev.quorate.etcd.RangePages;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.TxnResponse;
import io.etcd.jetcd.api.CompactionRequest;
import io.etcd.jetcd.api.CompactionResponse;
import io.etcd.jetcd.api.DeleteRangeRequest;
import io.etcd.jetcd.api.DeleteRangeResponse;
import io.etcd.jetcd.api.KVGrpc;

/** The KV service. */
final class JetcdKeys implements Keys {

    private static final Rpc<io.etcd.jetcd.api.RangeRequest, io.etcd.jetcd.api.RangeResponse> RANGE =
            Rpc.read(KVGrpc.getRangeMethod());
    private static final Rpc<io.etcd.jetcd.api.RangeRequest, io.etcd.jetcd.api.RangeResponse> LOCAL_RANGE =
            RANGE.local();
    private static final Rpc<io.etcd.jetcd.api.PutRequest, io.etcd.jetcd.api.PutResponse> PUT =
            Rpc.write(KVGrpc.getPutMethod());
    private static final Rpc<DeleteRangeRequest, DeleteRangeResponse> DELETE = Rpc.write(KVGrpc.getDeleteRangeMethod());
    private static final Rpc<io.etcd.jetcd.api.TxnRequest, io.etcd.jetcd.api.TxnResponse> TXN =
            Rpc.write(KVGrpc.getTxnMethod());
    private static final Rpc<CompactionRequest, CompactionResponse> COMPACT = Rpc.write(KVGrpc.getCompactMethod());

    private final Calls calls;

    JetcdKeys(Calls calls) {
        this.calls = calls;
    }

    @Override
    public RangeResponse range(RangeRequest request) {
        return Responses.range(send(request));
    }

    @Override
    public RangePages pages(RangeRequest request) {
        return new Paging(this::send, () -> new JetcdKeys(calls.bulk())::send, request).open();
    }

    @Override
    public PutResponse put(PutRequest request) {
        if (request.ignoreValue() || request.ignoreLease()) {
            NeededVersion.OF_KEEPING.require(calls);
        }
        return Responses.put(calls.call(PUT, Requests.put(request)));
    }

    @Override
    public DeleteResponse delete(DeleteRequest request) {
        return Responses.delete(calls.call(DELETE, Requests.delete(request)));
    }

    @Override
    public TxnResponse transact(TxnRequest request) {
        return Responses.txn(calls.call(TXN, Requests.txn(request)));
    }

    @Override
    public ResponseHeader compact(long revision, boolean physical) {
        CompactionRequest request = CompactionRequest.newBuilder()
                .setRevision(revision)
                .setPhysical(physical)
                .build();
        return Responses.header(calls.call(COMPACT, request).getHeader());
    }

    private io.etcd.jetcd.api.RangeResponse send(RangeRequest request) {
        return calls.call(request.serializable() ? LOCAL_RANGE : RANGE, Requests.range(request));
    }
}
