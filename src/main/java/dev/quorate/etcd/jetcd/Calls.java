package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.time.Pause;
import io.grpc.Deadline;
import io.grpc.Metadata;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Makes calls: to whichever endpoint answers, with the token, within the command timeout, again where that is safe. */
final class Calls {

    static final Metadata.Key<String> HAS_LEADER = Metadata.Key.of("hasleader", Metadata.ASCII_STRING_MARSHALLER);
    private static final Duration ELECTION_PAUSE = Duration.ofMillis(100);

    private final List<Endpoint> endpoints;
    private final Channels channels;
    private final Authentication authentication;
    private final EtcdSettings.Timeouts timeouts;
    private final boolean readOnly;
    private final Pause pause = Pause.real();

    Calls(
            List<Endpoint> endpoints,
            Channels channels,
            Authentication authentication,
            EtcdSettings.Timeouts timeouts,
            boolean readOnly) {
        this.endpoints = endpoints;
        this.channels = channels;
        this.authentication = authentication;
        this.timeouts = timeouts;
        this.readOnly = readOnly;
    }

    /** The same on channels made for much data. */
    Calls bulk() {
        return new Calls(endpoints, channels.bulk(), authentication, timeouts, readOnly);
    }

    /** The same through {@code endpoint} alone. */
    Calls at(Endpoint endpoint) {
        return new Calls(List.of(endpoint), channels, authentication, timeouts, readOnly);
    }

    /**
     * The answer to {@code request}.
     *
     * @throws OperatorException saying why there is none
     */
    <Q, A> A call(Rpc<Q, A> rpc, Q request) {
        if (readOnly && rpc.effect() == Rpc.Effect.WRITE) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "dry run: " + rpc.name() + " was not sent",
                    "this command cannot show beforehand what it would do; leave out --dry-run to do it");
        }
        try {
            return untilAnswered(rpc, request);
        } catch (CallFailedException e) {
            throw failures().explain(rpc, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Once, to whichever endpoint is ready, whatever comes of it. */
    <Q, A> A once(Rpc<Q, A> rpc, Q request, Deadline deadline) throws CallFailedException, InterruptedException {
        return attempt(rpc, request, channels.connect(endpoints, Set.of()), deadline);
    }

    /** A ready channel and the headers for a stream on it. */
    StreamStart startStream(Collection<Endpoint> avoided) throws CallFailedException, InterruptedException {
        ReadyChannel channel = channels.connect(endpoints, avoided);
        Metadata headers = new Metadata();
        authentication.authenticate(headers, channel, deadline());
        return new StreamStart(channel, headers);
    }

    /** @param headers with the token */
    record StreamStart(ReadyChannel channel, Metadata headers) {}

    Authentication authentication() {
        return authentication;
    }

    Channels channels() {
        return channels;
    }

    CallFailures failures() {
        return new CallFailures(this, channels, timeouts);
    }

    Retries retries(Rpc.Effect effect) {
        return new Retries(effect, authentication, endpoints.size(), timeouts.dial());
    }

    Duration commandTimeout() {
        return timeouts.command();
    }

    Deadline deadline() {
        return Deadline.after(timeouts.command().toMillis(), TimeUnit.MILLISECONDS);
    }

    static OperatorException interrupted(InterruptedException cause) {
        return new OperatorException(Failure.INTERRUPTION, cause);
    }

    private <Q, A> A untilAnswered(Rpc<Q, A> rpc, Q request) throws CallFailedException, InterruptedException {
        Retries retries = retries(rpc.effect());
        Set<Endpoint> avoided = new HashSet<>();
        Deadline deadline = deadline();
        while (true) {
            ReadyChannel channel = channels.connect(endpoints, avoided);
            try {
                A answer = attempt(rpc, request, channel, deadline);
                channels.good(channel.endpoint());
                return answer;
            } catch (CallFailedException e) {
                if (e.unanswered()) {
                    channels.suspect(e.endpoint());
                }
                switch (retries.after(e)) {
                    case GIVE_UP -> throw e;
                    case SAME -> {}
                    case ANOTHER -> avoided.add(e.endpoint());
                    case AFTER_ELECTION -> {
                        avoided.add(e.endpoint());
                        pause.of(ELECTION_PAUSE);
                    }
                }
            }
        }
    }

    private <Q, A> A attempt(Rpc<Q, A> rpc, Q request, ReadyChannel channel, Deadline deadline)
            throws CallFailedException, InterruptedException {
        Metadata headers = new Metadata();
        authentication.authenticate(headers, channel, deadline);
        if (rpc.needsLeader()) {
            headers.put(HAS_LEADER, "true");
        }
        return UnaryCall.send(channel, rpc.method(), request, headers, deadline);
    }
}
