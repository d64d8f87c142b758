package dev.quorate.etcd;

import java.util.List;

/** The cluster's membership. A change needs a quorum; etcd refuses one that would cost it. */
public interface Membership {

    /** @param linearizable whether a quorum must agree (etcd 3.5 and newer; older ones always answer locally) */
    MemberList list(boolean linearizable);

    /** @param learner whether the new member is not to vote until promoted (etcd 3.4 and newer) */
    Added add(List<String> peerUrls, boolean learner);

    /** The members left. */
    MemberList remove(long id);

    /** Changes where the others reach member {@code id}. */
    MemberList update(long id, List<String> peerUrls);

    /** Gives learner {@code id} a vote; refused until it has caught up. */
    MemberList promote(long id);

    /** @param member the new one, without a name; @param members all there are now */
    record Added(ResponseHeader header, Member member, List<Member> members) {
        public Added {
            members = List.copyOf(members);
        }
    }
}
