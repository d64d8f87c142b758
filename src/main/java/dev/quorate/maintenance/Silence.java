package dev.quorate.maintenance;

import dev.quorate.command.Invocation;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Reply;
import java.util.List;

/** The endpoints that did not say what they were asked. */
record Silence(String question, int asked, List<? extends Reply<?>> failed) {

    static Silence of(String question, List<? extends Reply<?>> replies) {
        return new Silence(
                question,
                replies.size(),
                replies.stream().filter(reply -> reply.failure().isPresent()).toList());
    }

    /** Tells each of them and why, and fails if there is any: with the reason itself where nobody answered. */
    void report(Invocation line) {
        for (Reply<?> reply : failed) {
            reply.failure()
                    .ifPresent(failure -> line.note("Failed to get the " + question + " of endpoint " + reply.endpoint()
                            + " (" + failure.what() + ")"));
        }
        if (failed.isEmpty()) {
            return;
        }
        if (failed.size() == asked) {
            failed.getFirst().failure().ifPresent(failure -> {
                throw new OperatorException(failure);
            });
        }
        throw OperatorException.of(
                ExitCode.ERROR,
                failed.size() + " of " + asked + " endpoints did not tell their " + question,
                "status shows the whole cluster, whether there is a quorum and what to do next");
    }
}
