package dev.quorate.etcd.jetcd;

import com.google.protobuf.ByteString;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.DeleteResponse;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.OperationResponse;
import dev.quorate.etcd.PutResponse;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.TxnResponse;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.jetcd.proto.AnswerHeader;
import dev.quorate.etcd.jetcd.proto.MemberEntry;
import dev.quorate.etcd.jetcd.proto.WatchAnswer;
import io.etcd.jetcd.api.DeleteRangeResponse;
import io.etcd.jetcd.api.Event;
import io.etcd.jetcd.api.ResponseOp;
import java.util.List;
import java.util.Optional;

/** etcd's messages as values of ours. */
final class Responses {

    private Responses() {}

    static ResponseHeader header(io.etcd.jetcd.api.ResponseHeader header) {
        return new ResponseHeader(
                header.getClusterId(), header.getMemberId(), header.getRevision(), header.getRaftTerm());
    }

    static ResponseHeader header(AnswerHeader header) {
        return new ResponseHeader(
                header.getClusterId(), header.getMemberId(), header.getRevision(), header.getRaftTerm());
    }

    static Bytes bytes(ByteString bytes) {
        return bytes.isEmpty() ? Bytes.EMPTY : Bytes.wrap(bytes.toByteArray());
    }

    static KeyValue keyValue(io.etcd.jetcd.api.KeyValue keyValue) {
        return new KeyValue(
                bytes(keyValue.getKey()),
                bytes(keyValue.getValue()),
                keyValue.getCreateRevision(),
                keyValue.getModRevision(),
                keyValue.getVersion(),
                keyValue.getLease());
    }

    static RangeResponse range(io.etcd.jetcd.api.RangeResponse response) {
        return new RangeResponse(
                header(response.getHeader()),
                keyValues(response.getKvsList()),
                response.getMore(),
                response.getCount());
    }

    static PutResponse put(io.etcd.jetcd.api.PutResponse response) {
        Optional<KeyValue> previous =
                response.hasPrevKv() ? Optional.of(keyValue(response.getPrevKv())) : Optional.empty();
        return new PutResponse(header(response.getHeader()), previous);
    }

    static DeleteResponse delete(DeleteRangeResponse response) {
        return new DeleteResponse(
                header(response.getHeader()), response.getDeleted(), keyValues(response.getPrevKvsList()));
    }

    static TxnResponse txn(io.etcd.jetcd.api.TxnResponse response) {
        List<OperationResponse> operations =
                response.getResponsesList().stream().map(Responses::operation).toList();
        return new TxnResponse(header(response.getHeader()), response.getSucceeded(), operations);
    }

    /** @param events of the response, those to tell */
    static WatchResponse watch(WatchAnswer response, List<Event> events) {
        return new WatchResponse(
                header(response.getHeader()),
                events.stream().map(Responses::event).toList(),
                response.getCreated(),
                response.getCanceled(),
                response.getCompactRevision(),
                response.getCancelReason());
    }

    static Member member(io.etcd.jetcd.api.Member member) {
        return new Member(
                member.getID(),
                member.getName(),
                member.getPeerURLsList(),
                member.getClientURLsList(),
                member.getIsLearner());
    }

    static Member member(MemberEntry member) {
        return new Member(
                member.getID(),
                member.getName(),
                member.getPeerURLsList(),
                member.getClientURLsList(),
                member.getIsLearner());
    }

    private static WatchEvent event(Event event) {
        WatchEvent.Type type = event.getType() == Event.EventType.DELETE ? WatchEvent.Type.DELETE : WatchEvent.Type.PUT;
        Optional<KeyValue> previous = event.hasPrevKv() ? Optional.of(keyValue(event.getPrevKv())) : Optional.empty();
        return new WatchEvent(type, keyValue(event.getKv()), previous);
    }

    private static OperationResponse operation(ResponseOp response) {
        return switch (response.getResponseCase()) {
            case RESPONSE_RANGE -> new OperationResponse.Range(range(response.getResponseRange()));
            case RESPONSE_PUT -> new OperationResponse.Put(put(response.getResponsePut()));
            case RESPONSE_DELETE_RANGE -> new OperationResponse.Delete(delete(response.getResponseDeleteRange()));
            case RESPONSE_TXN -> new OperationResponse.Transaction(txn(response.getResponseTxn()));
            case RESPONSE_NOT_SET -> throw new IllegalStateException("etcd answered an operation with nothing");
        };
    }

    private static List<KeyValue> keyValues(List<io.etcd.jetcd.api.KeyValue> keyValues) {
        return keyValues.stream().map(Responses::keyValue).toList();
    }
}
