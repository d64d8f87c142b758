package dev.quorate.etcd.jetcd;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Compare;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.jetcd.proto.LeaseCompare;
import io.etcd.jetcd.api.DeleteRangeRequest;
import io.etcd.jetcd.api.RequestOp;

/** Requests as etcd's messages. */
final class Requests {

    private Requests() {}

    /** Without a copy: both sides are immutable. */
    static ByteString bytes(Bytes bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes.unsafeArray());
    }

    static io.etcd.jetcd.api.RangeRequest range(RangeRequest request) {
        return io.etcd.jetcd.api.RangeRequest.newBuilder()
                .setKey(bytes(request.range().key()))
                .setRangeEnd(bytes(request.range().end()))
                .setLimit(request.limit())
                .setRevision(request.revision())
                .setSortTarget(target(request.sortTarget()))
                .setSortOrder(order(request.sortOrder()))
                .setSerializable(request.serializable())
                .setKeysOnly(request.keysOnly())
                .setCountOnly(request.countOnly())
                .setMinModRevision(request.bounds().minModRevision())
                .setMaxModRevision(request.bounds().maxModRevision())
                .setMinCreateRevision(request.bounds().minCreateRevision())
                .setMaxCreateRevision(request.bounds().maxCreateRevision())
                .build();
    }

    static io.etcd.jetcd.api.PutRequest put(PutRequest request) {
        return io.etcd.jetcd.api.PutRequest.newBuilder()
                .setKey(bytes(request.key()))
                .setValue(bytes(request.value()))
                .setLease(request.lease())
                .setPrevKv(request.previous())
                .setIgnoreValue(request.ignoreValue())
                .setIgnoreLease(request.ignoreLease())
                .build();
    }

    static DeleteRangeRequest delete(DeleteRequest request) {
        return DeleteRangeRequest.newBuilder()
                .setKey(bytes(request.range().key()))
                .setRangeEnd(bytes(request.range().end()))
                .setPrevKv(request.previous())
                .build();
    }

    static io.etcd.jetcd.api.TxnRequest txn(TxnRequest request) {
        io.etcd.jetcd.api.TxnRequest.Builder txn = io.etcd.jetcd.api.TxnRequest.newBuilder();
        request.compares().forEach(compare -> txn.addCompare(compare(compare)));
        request.success().forEach(operation -> txn.addSuccess(operation(operation)));
        request.failure().forEach(operation -> txn.addFailure(operation(operation)));
        return txn.build();
    }

    private static RequestOp operation(Operation operation) {
        RequestOp.Builder builder = RequestOp.newBuilder();
        return switch (operation) {
            case Operation.Put put -> builder.setRequestPut(put(put.request())).build();
            case Operation.Range range ->
                builder.setRequestRange(range(range.request())).build();
            case Operation.Delete delete ->
                builder.setRequestDeleteRange(delete(delete.request())).build();
            case Operation.Transaction nested ->
                builder.setRequestTxn(txn(nested.request())).build();
        };
    }

    private static io.etcd.jetcd.api.Compare compare(Compare compare) {
        return switch (compare) {
            case Compare.OfValue value ->
                compareKey(compare)
                        .setTarget(io.etcd.jetcd.api.Compare.CompareTarget.VALUE)
                        .setValue(bytes(value.value()))
                        .build();
            case Compare.OfNumber number -> compareNumber(number);
        };
    }

    private static io.etcd.jetcd.api.Compare compareNumber(Compare.OfNumber compare) {
        io.etcd.jetcd.api.Compare.Builder builder = compareKey(compare);
        return switch (compare.target()) {
            case VERSION ->
                builder.setTarget(io.etcd.jetcd.api.Compare.CompareTarget.VERSION)
                        .setVersion(compare.number())
                        .build();
            case CREATE ->
                builder.setTarget(io.etcd.jetcd.api.Compare.CompareTarget.CREATE)
                        .setCreateRevision(compare.number())
                        .build();
            case MODIFY ->
                builder.setTarget(io.etcd.jetcd.api.Compare.CompareTarget.MOD)
                        .setModRevision(compare.number())
                        .build();
            case LEASE -> compareLease(compare);
        };
    }

    private static io.etcd.jetcd.api.Compare compareLease(Compare.OfNumber compare) {
        LeaseCompare lease = LeaseCompare.newBuilder()
                .setResultValue(result(compare.operator()).getNumber())
                .setTarget(LeaseCompare.CompareTarget.LEASE)
                .setKey(bytes(compare.key()))
                .setLease(compare.number())
                .build();
        try {
            return io.etcd.jetcd.api.Compare.parseFrom(lease.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a lease condition is not a condition", e);
        }
    }

    private static io.etcd.jetcd.api.Compare.Builder compareKey(Compare compare) {
        return io.etcd.jetcd.api.Compare.newBuilder()
                .setKey(bytes(compare.key()))
                .setResult(result(compare.operator()));
    }

    private static io.etcd.jetcd.api.Compare.CompareResult result(Compare.Operator operator) {
        return switch (operator) {
            case EQUAL -> io.etcd.jetcd.api.Compare.CompareResult.EQUAL;
            case GREATER -> io.etcd.jetcd.api.Compare.CompareResult.GREATER;
            case LESS -> io.etcd.jetcd.api.Compare.CompareResult.LESS;
            case NOT_EQUAL -> io.etcd.jetcd.api.Compare.CompareResult.NOT_EQUAL;
        };
    }

    private static io.etcd.jetcd.api.RangeRequest.SortTarget target(RangeRequest.SortTarget target) {
        return switch (target) {
            case KEY -> io.etcd.jetcd.api.RangeRequest.SortTarget.KEY;
            case VERSION -> io.etcd.jetcd.api.RangeRequest.SortTarget.VERSION;
            case CREATE -> io.etcd.jetcd.api.RangeRequest.SortTarget.CREATE;
            case MODIFY -> io.etcd.jetcd.api.RangeRequest.SortTarget.MOD;
            case VALUE -> io.etcd.jetcd.api.RangeRequest.SortTarget.VALUE;
        };
    }

    private static io.etcd.jetcd.api.RangeRequest.SortOrder order(RangeRequest.SortOrder order) {
        return switch (order) {
            case NONE -> io.etcd.jetcd.api.RangeRequest.SortOrder.NONE;
            case ASCEND -> io.etcd.jetcd.api.RangeRequest.SortOrder.ASCEND;
            case DESCEND -> io.etcd.jetcd.api.RangeRequest.SortOrder.DESCEND;
        };
    }
}
