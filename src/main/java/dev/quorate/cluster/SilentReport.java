package dev.quorate.cluster;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.View;
import dev.quorate.session.Reply;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** No endpoint answered, so that not even the members are known. */
record SilentReport(Optional<String> cluster, List<Reply<?>> replies) implements StatusReport {

    static final String VERDICT = "unknown: no endpoint answers, so the members are not known";

    @Override
    public View view() {
        return new SilentView(this);
    }

    @Override
    public List<String> problems() {
        return replies.stream()
                .flatMap(reply -> reply.failure().map(failure -> reply.endpoint() + ": " + failure.what()).stream())
                .toList();
    }

    @Override
    public void requireQuorum() {
        String hint = replies.stream()
                .flatMap(reply -> reply.failure().stream())
                .map(Failure::hint)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("check the endpoints: context explain shows where they came from");
        throw OperatorException.of(ExitCode.BAD_CONNECTION, "none of " + replies.size() + " endpoints answers", hint);
    }
}
