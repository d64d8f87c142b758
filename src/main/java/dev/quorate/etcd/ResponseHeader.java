package dev.quorate.etcd;

/**
 * Who answered, and where the store stood.
 *
 * @param clusterId unsigned
 * @param memberId unsigned
 * @param revision of the key-value store when the answer was made
 * @param raftTerm of the answering member
 */
public record ResponseHeader(long clusterId, long memberId, long revision, long raftTerm) {}
