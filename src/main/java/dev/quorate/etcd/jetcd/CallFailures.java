package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.jetcd.proto.MaintenanceGrpc;
import dev.quorate.etcd.jetcd.proto.StatusRequest;
import dev.quorate.etcd.jetcd.proto.StatusResponse;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import io.grpc.Deadline;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Says what a failed call means, asking the cluster for what the failure itself leaves out. */
final class CallFailures {

    private static final long ASK_MILLIS = 500;
    static final Rpc<StatusRequest, StatusResponse> STATUS =
            Rpc.read(MaintenanceGrpc.getStatusMethod()).local();

    private final Calls calls;
    private final Channels channels;
    private final EtcdSettings.Timeouts timeouts;

    CallFailures(Calls calls, Channels channels, EtcdSettings.Timeouts timeouts) {
        this.calls = calls;
        this.channels = channels;
        this.timeouts = timeouts;
    }

    OperatorException explain(Rpc<?, ?> rpc, CallFailedException failure) {
        try {
            return new OperatorException(failure(rpc, failure), failure);
        } catch (InterruptedException e) {
            return Calls.interrupted(e);
        } catch (OperatorException e) {
            return e;
        }
    }

    private Failure failure(Rpc<?, ?> rpc, CallFailedException failure) throws InterruptedException {
        if (failure.status().getCode() == Status.Code.UNIMPLEMENTED) {
            return tooOld(rpc, failure);
        }
        if (failure.says("required revision has been compacted")) {
            return compacted(failure);
        }
        if (failure.says("required revision is a future revision")) {
            return future(failure);
        }
        if (failure.says("etcdserver: no leader")) {
            return noLeader(failure.endpoint());
        }
        if (failure.unanswered()) {
            return unanswered(rpc, failure);
        }
        return refused(failure);
    }

    private static Failure refused(CallFailedException failure) {
        String hint = KnownRefusal.in(failure).map(KnownRefusal::hint).orElse(null);
        return new Failure(failure.words(), hint, ExitCode.ERROR);
    }

    private Failure tooOld(Rpc<?, ?> rpc, CallFailedException failure) throws InterruptedException {
        String runs = failure.endpoint() + " runs "
                + status(failure.endpoint()).map(StatusResponse::getVersion).orElse("an older one");
        String needs = rpc.since()
                .map(since -> since.command() + " needs etcd " + since.version() + " or newer")
                .orElse(rpc.name() + " needs another etcd");
        return new Failure(
                needs + "; " + runs,
                "upgrade the cluster, or ask an endpoint that was upgraded already",
                ExitCode.BAD_FEATURE);
    }

    private Failure compacted(CallFailedException failure) throws InterruptedException {
        Optional<Long> oldest = new CompactedRevision(calls.at(failure.endpoint())).find();
        return new Failure(
                failure.words()
                        + oldest.map(revision -> " (compacted up to " + revision + ")")
                                .orElse(""),
                oldest.map(revision -> "ask for revision " + revision + " or later")
                        .orElse("ask for a later revision"),
                ExitCode.ERROR);
    }

    private Failure future(CallFailedException failure) throws InterruptedException {
        Optional<Long> newest =
                status(failure.endpoint()).map(status -> status.getHeader().getRevision());
        return new Failure(
                failure.words()
                        + newest.map(revision -> " (the newest is " + revision + ")")
                                .orElse(""),
                "ask for a revision that exists, or leave it out for the newest",
                ExitCode.ERROR);
    }

    private static Failure noLeader(Endpoint endpoint) {
        return new Failure(
                "etcdserver: no leader: " + endpoint
                        + " knows of none, so the cluster has lost its quorum or is electing",
                "start the members that are down: endpoint status shows who answers; get --consistency=s still reads",
                ExitCode.BAD_CONNECTION);
    }

    private Failure unanswered(Rpc<?, ?> rpc, CallFailedException failure) throws InterruptedException {
        boolean doubt = failure.sent() && rpc.effect() == Rpc.Effect.WRITE;
        Failure plain = withoutDoubt(failure);
        if (!doubt) {
            return plain;
        }
        return new Failure(
                plain.what() + "; the write may or may not have been applied", plain.hint(), plain.exitCode());
    }

    private Failure withoutDoubt(CallFailedException failure) throws InterruptedException {
        try {
            StatusResponse status = ask(failure.endpoint());
            return status.getLeader() == 0 ? noLeader(failure.endpoint()) : alive(failure);
        } catch (CallFailedException e) {
            return channels.diagnosis().unreachable(List.of(failure.endpoint())).failure();
        } catch (OperatorException e) {
            return e.failure();
        }
    }

    private Failure alive(CallFailedException failure) {
        if (failure.disconnected()) {
            return new Failure(
                    "the connection to " + failure.endpoint() + " broke before the answer came",
                    "it answers again: look, then repeat",
                    ExitCode.BAD_CONNECTION);
        }
        return new Failure(
                "no answer from " + failure.endpoint() + " within " + EndpointProbe.seconds(timeouts.command()),
                "it is alive and knows a leader: raise --command-timeout, or check its disk and network",
                ExitCode.BAD_CONNECTION);
    }

    private Optional<StatusResponse> status(Endpoint endpoint) throws InterruptedException {
        try {
            return Optional.of(ask(endpoint));
        } catch (CallFailedException | OperatorException e) {
            return Optional.empty();
        }
    }

    private StatusResponse ask(Endpoint endpoint) throws CallFailedException, InterruptedException {
        Deadline deadline = Deadline.after(ASK_MILLIS, TimeUnit.MILLISECONDS);
        return calls.at(endpoint).once(STATUS, StatusRequest.getDefaultInstance(), deadline);
    }
}
