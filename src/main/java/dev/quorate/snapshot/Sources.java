package dev.quorate.snapshot;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings.Timeouts;
import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.FanOut;
import dev.quorate.session.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds out which of several members to take a snapshot from. */
final class Sources {

    private final EtcdClient client;
    private final Timeouts timeouts;

    /** @param timeouts the one of the dial for all of them to answer, the one of a command as well while nobody does */
    Sources(EtcdClient client, Timeouts timeouts) {
        this.client = client;
        this.timeouts = timeouts;
    }

    /**
     * The members that answer, the best first.
     *
     * @param note is told who does not
     * @throws OperatorException if nobody answers
     */
    List<Source> answering(Consumer<String> note) throws InterruptedException {
        List<Reply<EndpointStatus>> replies = replies();
        List<Reply<EndpointStatus>> answers = answered(replies);
        if (answers.isEmpty()) {
            throw new OperatorException(replies.getFirst().failure().orElseThrow());
        }
        for (Reply<EndpointStatus> reply : replies) {
            reply.failure()
                    .ifPresent(failure -> note.accept("passing over " + reply.endpoint() + ": " + failure.what()));
        }
        return Source.ranked(sources(answers));
    }

    private List<Reply<EndpointStatus>> replies() throws InterruptedException {
        Function<Endpoint, EndpointStatus> call =
                endpoint -> client.maintenance().status(endpoint);
        List<Reply<EndpointStatus>> replies = FanOut.ask(client.endpoints(), timeouts.dial(), call);
        if (!answered(replies).isEmpty()) {
            return replies;
        }
        List<Endpoint> hopeful = FanOut.hopeful(client, replies);
        return FanOut.updated(replies, timeouts.dial(), FanOut.ask(hopeful, timeouts.command(), call));
    }

    private static List<Reply<EndpointStatus>> answered(List<Reply<EndpointStatus>> replies) {
        return replies.stream().filter(reply -> reply.value().isPresent()).toList();
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
