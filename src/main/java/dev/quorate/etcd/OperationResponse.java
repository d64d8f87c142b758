package dev.quorate.etcd;

/** One answer within a transaction. The headers of etcd carry the revision only. */
public sealed interface OperationResponse {

    record Put(PutResponse response) implements OperationResponse {}

    record Range(RangeResponse response) implements OperationResponse {}

    record Delete(DeleteResponse response) implements OperationResponse {}

    record Transaction(TxnResponse response) implements OperationResponse {}
}
