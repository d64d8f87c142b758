package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.Membership;
import dev.quorate.etcd.jetcd.proto.ClusterGrpc;
import dev.quorate.etcd.jetcd.proto.MemberListRequest;
import dev.quorate.etcd.jetcd.proto.MemberListResponse;
import io.etcd.jetcd.api.MemberAddRequest;
import io.etcd.jetcd.api.MemberAddResponse;
import io.etcd.jetcd.api.MemberPromoteRequest;
import io.etcd.jetcd.api.MemberPromoteResponse;
import io.etcd.jetcd.api.MemberRemoveRequest;
import io.etcd.jetcd.api.MemberRemoveResponse;
import io.etcd.jetcd.api.MemberUpdateRequest;
import io.etcd.jetcd.api.MemberUpdateResponse;
import java.util.List;

/** The Cluster service. */
final class JetcdMembership implements Membership {

    private static final Rpc<MemberListRequest, MemberListResponse> LIST = Rpc.read(ClusterGrpc.getMemberListMethod());

    private static final Rpc<MemberAddRequest, MemberAddResponse> ADD =
            Rpc.write(io.etcd.jetcd.api.ClusterGrpc.getMemberAddMethod());
    private static final Rpc<MemberRemoveRequest, MemberRemoveResponse> REMOVE =
            Rpc.write(io.etcd.jetcd.api.ClusterGrpc.getMemberRemoveMethod());
    private static final Rpc<MemberUpdateRequest, MemberUpdateResponse> UPDATE =
            Rpc.write(io.etcd.jetcd.api.ClusterGrpc.getMemberUpdateMethod());
    private static final Rpc<MemberPromoteRequest, MemberPromoteResponse> PROMOTE =
            Rpc.write(io.etcd.jetcd.api.ClusterGrpc.getMemberPromoteMethod()).since("3.4", "member promote");

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

    @Override
    public Added add(List<String> peerUrls, boolean learner) {
        if (learner) {
            NeededVersion.OF_LEARNERS.require(calls);
        }
        MemberAddRequest request = MemberAddRequest.newBuilder()
                .addAllPeerURLs(peerUrls)
                .setIsLearner(learner)
                .build();
        MemberAddResponse added = calls.call(ADD, request);
        return new Added(
                Responses.header(added.getHeader()),
                Responses.member(added.getMember()),
                members(added.getMembersList()));
    }

    @Override
    public MemberList remove(long id) {
        MemberRemoveRequest request = MemberRemoveRequest.newBuilder().setID(id).build();
        MemberRemoveResponse left = calls.call(REMOVE, request);
        return new MemberList(Responses.header(left.getHeader()), members(left.getMembersList()));
    }

    @Override
    public MemberList update(long id, List<String> peerUrls) {
        MemberUpdateRequest request = MemberUpdateRequest.newBuilder()
                .setID(id)
                .addAllPeerURLs(peerUrls)
                .build();
        MemberUpdateResponse updated = calls.call(UPDATE, request);
        return new MemberList(Responses.header(updated.getHeader()), members(updated.getMembersList()));
    }

    @Override
    public MemberList promote(long id) {
        MemberPromoteRequest request =
                MemberPromoteRequest.newBuilder().setID(id).build();
        MemberPromoteResponse promoted = calls.call(PROMOTE, request);
        return new MemberList(Responses.header(promoted.getHeader()), members(promoted.getMembersList()));
    }

    private static List<Member> members(List<io.etcd.jetcd.api.Member> members) {
        return members.stream().map(Responses::member).toList();
    }
}
