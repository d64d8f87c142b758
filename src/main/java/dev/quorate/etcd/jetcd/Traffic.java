package dev.quorate.etcd.jetcd;

/** What a channel is for: short calls, for which TLS should be set up fast, or much data, which it should move fast. */
enum Traffic {
    CALLS,
    BULK
}
