package dev.quorate.etcd;

import java.util.List;

/** @param succeeded whether the compares held */
public record TxnResponse(ResponseHeader header, boolean succeeded, List<OperationResponse> responses) {
    public TxnResponse {
        responses = List.copyOf(responses);
    }
}
