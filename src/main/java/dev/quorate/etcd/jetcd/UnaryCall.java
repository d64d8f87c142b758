package dev.quorate.etcd.jetcd;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ClientStreamTracer;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.ExecutionException;

/** One request, one answer, one deadline; an interrupt cancels it. */
final class UnaryCall {

    private UnaryCall() {}

    static <Q, A> A send(ReadyChannel to, MethodDescriptor<Q, A> method, Q request, Metadata headers, Deadline deadline)
            throws CallFailedException, InterruptedException {
        Sent sent = new Sent();
        CallOptions options = CallOptions.DEFAULT.withDeadline(deadline).withStreamTracerFactory(sent);
        Channel channel =
                ClientInterceptors.intercept(to.channel(), MetadataUtils.newAttachHeadersInterceptor(headers));
        ListenableFuture<A> answer = ClientCalls.futureUnaryCall(channel.newCall(method, options), request);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new CallFailedException(to.endpoint(), Status.fromThrowable(e), sent.sent);
        } finally {
            answer.cancel(true);
        }
    }

    /** Remembers whether any of the request was put on the wire. */
    private static final class Sent extends ClientStreamTracer.Factory {

        private volatile boolean sent;

        @Override
        public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
            return new ClientStreamTracer() {
                @Override
                public void outboundHeaders() {
                    sent = true;
                }
            };
        }
    }
}
