/**
 * The file format of bbolt, the database within etcd, as far as reading a snapshot takes: pages, buckets, and whether they
 * hang together.
 *
 * <p>Pages are read one by one, never mapped, so that memory stays flat whatever the file holds, and a file that shrinks
 * meanwhile is an error like any other. There is no Java library for it; the format is that of go.etcd.io/bbolt ({@code page.go},
 * {@code bucket.go}, {@code db.go}): little-endian, the same since 2014. The package knows {@code failure} only.
 */
@NullMarked
package dev.quorate.snapshot.bolt;

import org.jspecify.annotations.NullMarked;
