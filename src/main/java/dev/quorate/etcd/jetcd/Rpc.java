package dev.quorate.etcd.jetcd;

import io.grpc.MethodDescriptor;
import java.util.Optional;

/**
 * A call of etcd's API and what may be done with it.
 *
 * @param effect whether it may be sent again when no one knows if it arrived
 * @param needsLeader whether to have it refused at once, rather than left hanging, by a member that knows no leader
 * @param since when etcd got it, for what every etcd in use does not have
 */
record Rpc<Q, A>(MethodDescriptor<Q, A> method, Effect effect, boolean needsLeader, Optional<Since> since) {

    /**
     * When etcd got a call.
     *
     * @param version the first that has it: {@code 3.5}
     * @param command what operators know it by
     */
    record Since(String version, String command) {}

    enum Effect {
        READ,
        WRITE
    }

    static <Q, A> Rpc<Q, A> read(MethodDescriptor<Q, A> method) {
        return new Rpc<>(method, Effect.READ, true, Optional.empty());
    }

    static <Q, A> Rpc<Q, A> write(MethodDescriptor<Q, A> method) {
        return new Rpc<>(method, Effect.WRITE, true, Optional.empty());
    }

    /** Answered by the member at hand, with or without a leader. */
    Rpc<Q, A> local() {
        return new Rpc<>(method, effect, false, since);
    }

    /** First in etcd {@code version}; {@code command} is what operators know it by. */
    Rpc<Q, A> since(String version, String command) {
        return new Rpc<>(method, effect, needsLeader, Optional.of(new Since(version, command)));
    }

    /** The name in etcd's API, as {@code KV.Range}. */
    String name() {
        String service = method.getServiceName();
        return service == null
                ? method.getFullMethodName()
                : service.substring(service.indexOf('.') + 1) + "." + method.getBareMethodName();
    }
}
