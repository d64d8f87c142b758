package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import io.grpc.Status;
import java.io.IOException;

/** A call that ended without an answer, before anyone has said what that means. Never leaves this package. */
final class CallFailedException extends Exception {

    private final transient Endpoint endpoint;
    private final transient Status status;
    private final boolean sent;

    /** @param sent whether any of the call left this machine */
    CallFailedException(Endpoint endpoint, Status status, boolean sent) {
        super(status.getDescription(), status.getCause());
        this.endpoint = endpoint;
        this.status = status;
        this.sent = sent;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Status status() {
        return status;
    }

    boolean sent() {
        return sent;
    }

    /** etcd's own words, or gRPC's, or the code's name. */
    String words() {
        String description = status.getDescription();
        return description == null ? status.getCode().name() : description;
    }

    boolean says(String words) {
        return words().contains(words);
    }

    /** Whether the connection broke: gRPC says UNAVAILABLE, and UNKNOWN when it had not noticed before it wrote. */
    boolean disconnected() {
        boolean unavailable = status.getCode() == Status.Code.UNAVAILABLE && !fromEtcd();
        return unavailable || (status.getCode() == Status.Code.UNKNOWN && status.getCause() instanceof IOException);
    }

    /** Whether there was no answer: the connection broke, or time was up. */
    boolean unanswered() {
        return disconnected() || (status.getCode() == Status.Code.DEADLINE_EXCEEDED && !fromEtcd());
    }

    private boolean fromEtcd() {
        return says("etcdserver:");
    }
}
