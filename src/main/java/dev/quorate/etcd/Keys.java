package dev.quorate.etcd;

/** The key-value store. Reads fail over to another endpoint; a write is sent again only if it cannot have arrived. */
public interface Keys {

    RangeResponse range(RangeRequest request);

    /**
     * Reads a range of any size in pages at one revision. A sorted or bounded request is one page, as etcd can only sort
     * what it answers at once.
     */
    RangePages pages(RangeRequest request);

    PutResponse put(PutRequest request);

    DeleteResponse delete(DeleteRequest request);

    TxnResponse transact(TxnRequest request);

    /** Forgets the revisions before {@code revision}. {@code physical} waits until they are gone from the database. */
    ResponseHeader compact(long revision, boolean physical);
}
