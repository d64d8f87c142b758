package dev.quorate.etcd.jetcd;

import io.grpc.MethodDescriptor;

/**
 * A call of etcd's API and what may be done with it.
 *
 * @param effect whether it may be sent again when no one knows if it arrived
 * @param needsLeader whether to have it refused at once, rather than left hanging, by a member that knows no leader
 * @param since the first etcd version that has it
 */
record Rpc<Q, A>(MethodDescriptor<Q, A> method, Effect effect, boolean needsLeader, String since) {

    enum Effect {
        READ,
        WRITE
    }

    static <Q, A> Rpc<Q, A> read(MethodDescriptor<Q, A> method) {
        return new Rpc<>(method, Effect.READ, true, "3.0");
    }

    static <Q, A> Rpc<Q, A> write(MethodDescriptor<Q, A> method) {
        return new Rpc<>(method, Effect.WRITE, true, "3.0");
    }

    /** Answered by the member at hand, with or without a leader. */
    Rpc<Q, A> local() {
        return new Rpc<>(method, effect, false, since);
    }

    Rpc<Q, A> since(String version) {
        return new Rpc<>(method, effect, needsLeader, version);
    }

    /** The name in etcd's API, as {@code KV.Range}. */
    String name() {
        String service = method.getServiceName();
        return service == null
                ? method.getFullMethodName()
                : service.substring(service.indexOf('.') + 1) + "." + method.getBareMethodName();
    }
}
