package dev.quorate.etcd;

/** One request within a transaction. */
public sealed interface Operation {

    record Put(PutRequest request) implements Operation {}

    record Range(RangeRequest request) implements Operation {}

    record Delete(DeleteRequest request) implements Operation {}

    record Transaction(TxnRequest request) implements Operation {}
}
