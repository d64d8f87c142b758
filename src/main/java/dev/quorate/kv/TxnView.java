package dev.quorate.kv;

import dev.quorate.etcd.OperationResponse;
import dev.quorate.etcd.TxnResponse;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.etcd.view.RangeView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A transaction was decided, and what its requests answered. */
record TxnView(TxnResponse response, boolean hex) implements View {

    private static final List<String> COLUMNS = List.of("outcome", "request", "answer");

    /** @param field its name in JSON; @param number that of the field in protobuf */
    private record Part(String field, int number, String request, View view) {}

    @Override
    public Tree tree() {
        List<Tree> responses = parts().stream()
                .map(part -> Tree.fields()
                        .put(
                                "Response",
                                Tree.fields()
                                        .put(part.field(), part.view().tree())
                                        .build())
                        .build())
                .toList();
        return Tree.fields()
                .put("header", HeaderView.tree(response.header()))
                .putIfTrue("succeeded", response.succeeded())
                .putUnlessEmpty("responses", responses)
                .build();
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Part part : parts()) {
            var answer = new Answer();
            part.view().lines(answer);
            rows.add(List.of(outcome(), part.request(), answer.text()));
        }
        return Table.leftAligned(COLUMNS, rows.isEmpty() ? List.of(List.of(outcome(), "", "")) : rows);
    }

    @Override
    public void lines(LineSink out) {
        out.line(outcome());
        for (Part part : parts()) {
            out.line("");
            part.view().lines(out);
        }
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(response.header(), out);
        out.line("\"Succeeded\" : " + response.succeeded());
        parts().forEach(part -> part.view().fields(out));
    }

    @Override
    public void protobuf(LineSink out) {
        var message = new ProtobufMessage()
                .message(1, HeaderView.protobuf(response.header()))
                .bool(2, response.succeeded());
        for (Part part : parts()) {
            var answer = new Answer();
            part.view().protobuf(answer);
            message.message(3, new ProtobufMessage().element(part.number(), answer.bytes()));
        }
        out.write(message.toArray());
    }

    private String outcome() {
        return response.succeeded() ? "SUCCESS" : "FAILURE";
    }

    private List<Part> parts() {
        return response.responses().stream().map(this::part).toList();
    }

    private Part part(OperationResponse operation) {
        return switch (operation) {
            case OperationResponse.Put put -> new Part("response_put", 2, "put", new PutView(put.response(), hex));
            case OperationResponse.Range range ->
                new Part("response_range", 1, "get", RangeView.of(range.response(), hex));
            case OperationResponse.Delete delete ->
                new Part("response_delete_range", 3, "del", new DeleteView(delete.response(), hex));
            case OperationResponse.Transaction transaction ->
                new Part("response_txn", 4, "txn", new TxnView(transaction.response(), hex));
        };
    }

    /** Gathers what a part writes. */
    private static final class Answer implements LineSink {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public void write(byte[] bytes) {
            written.writeBytes(bytes);
        }

        private byte[] bytes() {
            return written.toByteArray();
        }

        private String text() {
            return written.toString(StandardCharsets.UTF_8);
        }
    }
}
