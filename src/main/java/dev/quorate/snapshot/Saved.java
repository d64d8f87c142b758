package dev.quorate.snapshot;

import dev.quorate.etcd.Endpoint;

/**
 * A snapshot that was saved.
 *
 * @param endpoint of the member it is from
 * @param size in bytes, the digest at its end included
 * @param sha256 of the database, in hexadecimal
 */
record Saved(Endpoint endpoint, long size, String sha256) {}
