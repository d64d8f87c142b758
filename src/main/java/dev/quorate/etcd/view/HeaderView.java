package dev.quorate.etcd.view;

import dev.quorate.etcd.ResponseHeader;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Tree;

/** The header of every answer. */
public final class HeaderView {

    private HeaderView() {}

    /** Zeros left out, as within a transaction, where etcd fills the revision only. */
    public static Tree tree(ResponseHeader header) {
        return flat(header).build();
    }

    /** The header's fields, for answers that have them among their own. */
    public static Tree.Builder flat(ResponseHeader header) {
        return Tree.fields()
                .putUnsignedUnlessZero("cluster_id", header.clusterId())
                .putUnsignedUnlessZero("member_id", header.memberId())
                .putUnlessZero("revision", header.revision())
                .putUnsignedUnlessZero("raft_term", header.raftTerm());
    }

    public static void fields(ResponseHeader header, LineSink out) {
        out.line("\"ClusterID\" : " + Long.toUnsignedString(header.clusterId()));
        out.line("\"MemberID\" : " + Long.toUnsignedString(header.memberId()));
        out.line("\"Revision\" : " + header.revision());
        out.line("\"RaftTerm\" : " + Long.toUnsignedString(header.raftTerm()));
    }

    public static ProtobufMessage protobuf(ResponseHeader header) {
        return new ProtobufMessage()
                .number(1, header.clusterId())
                .number(2, header.memberId())
                .number(3, header.revision())
                .number(4, header.raftTerm());
    }
}
