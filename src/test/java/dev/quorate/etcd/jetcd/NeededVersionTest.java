package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.jetcd.proto.MaintenanceGrpc;
import dev.quorate.etcd.jetcd.proto.StatusResponse;
import dev.quorate.failure.OperatorException;
import io.etcd.jetcd.api.ClusterGrpc;
import io.etcd.jetcd.api.KVGrpc;
import io.etcd.jetcd.api.Member;
import io.etcd.jetcd.api.MemberAddResponse;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An etcd of an age that no distribution has any more: it takes every request, whatever fields it has. */
class NeededVersionTest {

    private final List<Object> taken = new CopyOnWriteArrayList<>();
    private Server server;

    @AfterEach
    void end() {
        server.shutdownNow();
    }

    @Test
    void addsNoLearnerWhereItWouldBecomeAVoter() throws IOException {
        try (EtcdClient client = connected("3.1.20")) {
            assertThatThrownBy(() -> client.membership().add(List.of("http://127.0.0.1:1"), true))
                    .isInstanceOf(OperatorException.class)
                    .hasMessage(
                            "member add --learner needs etcd 3.4 or newer; 3.1.20 would pass over it and do something else");

            assertThat(taken).isEmpty();
        }
    }

    @Test
    void keepsNoValueWhereItWouldBeEmptied() throws IOException {
        PutRequest keeping = new PutRequest(Bytes.of("foo"), Bytes.of(""), 0, false, true, false);
        try (EtcdClient client = connected("3.1.20")) {
            assertThatThrownBy(() -> client.keys().put(keeping))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("needs etcd 3.2 or newer; 3.1.20 would pass over it");

            assertThat(taken).isEmpty();
        }
    }

    @Test
    void doesBothWhereTheFieldsAreKnown() throws IOException {
        PutRequest keeping = new PutRequest(Bytes.of("foo"), Bytes.of(""), 0, false, true, false);
        try (EtcdClient client = connected("3.4.0")) {
            client.membership().add(List.of("http://127.0.0.1:1"), true);
            client.keys().put(keeping);

            assertThat(taken).hasSize(2);
        }
    }

    private EtcdClient connected(String version) throws IOException {
        StatusResponse status = StatusResponse.newBuilder().setVersion(version).build();
        MemberAddResponse added =
                MemberAddResponse.newBuilder().setMember(Member.newBuilder()).build();
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerServiceDefinition.builder("etcdserverpb.Maintenance")
                        .addMethod(MaintenanceGrpc.getStatusMethod(), ServerCalls.asyncUnaryCall((_, answer) -> {
                            answer.onNext(status);
                            answer.onCompleted();
                        }))
                        .build())
                .addService(taking("etcdserverpb.Cluster", ClusterGrpc.getMemberAddMethod(), added))
                .addService(taking(
                        "etcdserverpb.KV", KVGrpc.getPutMethod(), io.etcd.jetcd.api.PutResponse.getDefaultInstance()))
                .build()
                .start();
        return new JetcdClients()
                .connect(new EtcdSettings(
                        List.of(new Endpoint("http://127.0.0.1:" + server.getPort())),
                        EtcdSettings.Tls.NONE,
                        Optional.empty(),
                        EtcdSettings.Timeouts.DEFAULT,
                        EtcdSettings.KeepAlive.DEFAULT));
    }

    private <Q, A> ServerServiceDefinition taking(String service, MethodDescriptor<Q, A> method, A response) {
        return ServerServiceDefinition.builder(service)
                .addMethod(method, ServerCalls.asyncUnaryCall((request, answer) -> {
                    taken.add(request);
                    answer.onNext(response);
                    answer.onCompleted();
                }))
                .build();
    }
}
