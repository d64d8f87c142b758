/**
 * Snapshots: {@code snapshot save|status|verify|restore}, with etcdctl's spelling and output.
 *
 * <p>A snapshot is saved beside its final name and gets that name only when it is whole: all bytes there, their SHA-256
 * right, the database's first pages sound, everything on the disk. etcdctl looks at the length only, and takes one endpoint;
 * of several, the member is chosen that costs the cluster least.
 *
 * <p>Files are read by {@code snapshot.bolt}, so that looking at one needs no etcd. What a restored member is made of (write-ahead
 * log, membership, raft state) changes with etcd's versions: restoring is left to the {@code etcdutl}, or the
 * {@code etcdctl} of old, that belongs to the version the snapshot is from.
 *
 * <p>The package may use {@code provision}, {@code remote}, {@code session}, {@code etcd}, {@code command}, {@code output},
 * {@code time} and {@code failure}. {@code recovery} stands on it.
 */
@NullMarked
package dev.quorate.snapshot;

import org.jspecify.annotations.NullMarked;
