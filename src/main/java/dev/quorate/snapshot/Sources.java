package dev.quorate.snapshot;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.FanOut;
import dev.quorate.session.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds out which of several members to take a snapshot from. */
final class Sources {

    private final EtcdClient client;
    private final Duration patience;

    /** @param patience for all of them to answer */
    Sources(EtcdClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * The members that answer, the best first.
     *
     * @param note is told who does not
     * @throws OperatorException if nobody answers
     */
    List<Source> answering(Consumer<String> note) throws InterruptedException {
        List<Reply<EndpointStatus>> replies = FanOut.ask(
                client.endpoints(), patience, endpoint -> client.maintenance().status(endpoint));
        List<Reply<EndpointStatus>> answers =
                replies.stream().filter(reply -> reply.value().isPresent()).toList();
        if (answers.isEmpty()) {
            throw new OperatorException(replies.getFirst().failure().orElseThrow());
        }
        for (Reply<EndpointStatus> reply : replies) {
            reply.failure()
                    .ifPresent(failure -> note.accept("passing over " + reply.endpoint() + ": " + failure.what()));
        }
        return Source.ranked(sources(answers));
    }

    private List<Source> sources(List<Reply<EndpointStatus>> answers) {
        Map<Long, String> names = names();
        Set<Long> alarmed = alarmed();
        return answers.stream()
                .flatMap(reply -> reply.value().stream().map(status -> {
                    long id = status.header().memberId();
                    return new Source(reply.endpoint(), names.getOrDefault(id, ""), status, alarmed.contains(id));
                }))
                .toList();
    }

    /** None where nobody tells: a snapshot is wanted most when something is wrong. */
    private Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        try {
            for (Member member : client.membership().list(false).members()) {
                names.put(member.id(), member.name());
            }
        } catch (OperatorException e) {
            requireNoInterruption(e);
        }
        return names;
    }

    private Set<Long> alarmed() {
        Set<Long> members = new HashSet<>();
        try {
            for (Alarm alarm : client.maintenance().alarms().alarms()) {
                members.add(alarm.memberId());
            }
        } catch (OperatorException e) {
            requireNoInterruption(e);
        }
        return members;
    }

    private static void requireNoInterruption(OperatorException thrown) {
        if (thrown.failure().exitCode() == ExitCode.INTERRUPTED) {
            throw thrown;
        }
    }
}
