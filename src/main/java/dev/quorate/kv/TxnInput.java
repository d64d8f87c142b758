package dev.quorate.kv;

import dev.quorate.command.CommandSpec;
import dev.quorate.command.Invocation;
import dev.quorate.command.RequestWords;
import dev.quorate.command.Values;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Operation;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a transaction: comparisons, requests if they hold, requests if not; an empty line ends each section. */
final class TxnInput {

    private static final CommandSpec PUT = PutLine.declaration().runs(line -> {});
    private static final CommandSpec GET = GetLine.declaration().runs(line -> {});
    private static final CommandSpec DELETE = DeleteLine.declaration().runs(line -> {});

    private final Invocation line;
    private final Consumer<String> title;

    /** @param title is told the name of each section before it is read */
    TxnInput(Invocation line, Consumer<String> title) {
        this.line = line;
        this.title = title;
    }

    TxnRequest read() {
        return new TxnRequest(
                section("compares:", "compare> ", CompareText::parse),
                section("success requests (get, put, del):", "success> ", this::operation),
                section("failure requests (get, put, del):", "failure> ", this::operation));
    }

    private <T> List<T> section(String name, String prompt, Function<String, T> parser) {
        title.accept(name);
        List<T> parsed = new ArrayList<>();
        String text = line.readLine(prompt).strip();
        while (!text.isEmpty()) {
            parsed.add(parser.apply(text));
            text = line.readLine(prompt).strip();
        }
        return parsed;
    }

    private Operation operation(String text) {
        List<String> words = RequestWords.split(text);
        if (words.size() < 2) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT, "invalid txn request: " + text, "write get KEY, put KEY VALUE or del KEY");
        }
        Values request = line.bind(List.of(PUT, GET, DELETE), words);
        if (request.command().equals(PUT)) {
            return new Operation.Put(PutLine.request(request, () -> Bytes.EMPTY));
        }
        if (request.command().equals(GET)) {
            return new Operation.Range(GetLine.request(request));
        }
        return new Operation.Delete(DeleteLine.request(request));
    }
}
