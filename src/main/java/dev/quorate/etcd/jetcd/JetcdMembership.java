package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.Membership;
import dev.quorate.etcd.jetcd.proto.ClusterGrpc;
import dev.quorate.etcd.jetcd.proto.MemberListRequest;
import dev.quorate.etcd.jetcd.proto.MemberListResponse;

/** The Cluster service. */
final class JetcdMembership implements Membership {

    private static final Rpc<MemberListRequest, MemberListResponse> LIST = Rpc.read(ClusterGrpc.getMemberListMethod());

    private final Calls calls;

    JetcdMembership(Calls calls) {
        this.calls = calls;
    }

    @Override
    public MemberList list(boolean linearizable) {
        MemberListRequest request =
                MemberListRequest.newBuilder().setLinearizable(linearizable).build();
        MemberListResponse response = calls.call(linearizable ? LIST : LIST.local(), request);
        return new MemberList(
                Responses.header(response.getHeader()),
                response.getMembersList().stream().map(Responses::member).toList());
    }
}
