package dev.quorate.pki;

/** Which certificates the members of a cluster have. */
public enum IssueMode {
    /** A server and a peer certificate for each member. */
    PER_MEMBER,
    /** One certificate that all members share, for clients and peers. One theft is a theft of all. */
    ONE_FOR_ALL,
    /** One certificate for each member, each with the names of all, which clients before etcd 3.4 need (etcd issue 5871). */
    SHARED_NAMES,
    /** One certificate for each member, for clients and peers. */
    COMBINED,
    /** One server certificate that all members share, and a peer certificate for each. */
    CLUSTER_SERVER,
    /** A server and a peer certificate, each shared by all members. One theft is a theft of all. */
    SHARED_PAIR
}
