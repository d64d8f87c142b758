package dev.quorate.etcd;

import java.util.List;

/** If all of {@code compares} hold then {@code success} else {@code failure}, as one revision. Never retried. */
public record TxnRequest(List<Compare> compares, List<Operation> success, List<Operation> failure) {
    public TxnRequest {
        compares = List.copyOf(compares);
        success = List.copyOf(success);
        failure = List.copyOf(failure);
    }
}
