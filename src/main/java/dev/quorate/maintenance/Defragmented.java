package dev.quorate.maintenance;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of defragmenting each endpoint. */
record Defragmented(List<Result> results) {

    /** @param failure why it was not defragmented */
    record Result(Endpoint endpoint, Optional<Failure> failure) {}

    static Defragmented inOrder(List<Endpoint> endpoints, Map<Endpoint, Optional<Failure>> results) {
        List<Result> inOrder = new ArrayList<>();
        results.forEach((endpoint, failure) -> inOrder.add(new Result(endpoint, failure)));
        inOrder.sort((one, other) ->
                Integer.compare(endpoints.indexOf(one.endpoint()), endpoints.indexOf(other.endpoint())));
        return new Defragmented(inOrder);
    }

    /** Tells what failed, and fails if anything did: with the reason itself where all did. */
    void report(Invocation line) {
        List<Failure> failures = new ArrayList<>();
        for (Result result : results) {
            result.failure().ifPresent(failure -> {
                failures.add(failure);
                line.note("Failed to defragment etcd member[" + result.endpoint() + "] (" + failure.what() + ")");
            });
        }
        if (!failures.isEmpty()) {
            if (failures.size() == results.size()) {
                throw new OperatorException(failures.getFirst());
            }
            throw OperatorException.of(
                    ExitCode.ERROR,
                    failures.size() + " of " + results.size() + " endpoints were not defragmented",
                    "a large database needs a longer --command-timeout; status shows how the members stand");
        }
    }
}
