package dev.quorate.etcd;

/** The cluster's membership. */
public interface Membership {

    /** @param linearizable whether a quorum must agree (etcd 3.5 and newer; older ones always answer locally) */
    MemberList list(boolean linearizable);
}
