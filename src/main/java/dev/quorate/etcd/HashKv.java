package dev.quorate.etcd;

/** @param hash unsigned, of all keys up to the revision asked for; @param compactRevision of the member */
public record HashKv(ResponseHeader header, int hash, long compactRevision, long hashRevision) {}
