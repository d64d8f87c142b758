package dev.quorate.etcd;

import java.util.List;
import java.util.function.Predicate;

/** Leases. Ids are unsigned 64-bit numbers, shown in hexadecimal. TTLs are in seconds. */
public interface Leases {

    /** @param id wanted, 0 to let etcd choose */
    Granted grant(long ttl, long id);

    ResponseHeader revoke(long id);

    TimeToLive timeToLive(long id, boolean keys);

    LeaseList list();

    /** Renews once; a TTL of 0 in the answer says that the lease is gone. */
    KeptAlive keepAliveOnce(long id);

    /**
     * Renews again and again, at a third of the TTL, until {@code listener} answers false, the lease is gone (told as TTL
     * 0) or the thread is interrupted.
     */
    void keepAlive(long id, Predicate<KeptAlive> listener) throws InterruptedException;

    record Granted(ResponseHeader header, long id, long ttl) {}

    record KeptAlive(ResponseHeader header, long id, long ttl) {}

    /** @param ttl left, −1 for a lease that is not there; @param keys that hang on it, if asked for */
    record TimeToLive(ResponseHeader header, long id, long ttl, long grantedTtl, List<Bytes> keys) {
        public TimeToLive {
            keys = List.copyOf(keys);
        }
    }

    record LeaseList(ResponseHeader header, List<Long> ids) {
        public LeaseList {
            ids = List.copyOf(ids);
        }
    }
}
