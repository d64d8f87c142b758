package dev.quorate.cluster;

/**
 * What the operator allows a plan to do that it would refuse by itself.
 *
 * @param park moving data of another etcd aside where a member is to be
 * @param outage restarting a member although the cluster has no quorum meanwhile
 */
record Permission(boolean park, boolean outage) {

    static final Permission NONE = new Permission(false, false);
}
