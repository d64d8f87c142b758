/**
 * Leases: {@code lease grant|revoke|timetolive|list|keep-alive}, with etcdctl's output. Ids are hexadecimal everywhere but
 * in JSON and fields, as in etcdctl.
 *
 * <p>The package may use {@code session}, {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.lease;

import org.jspecify.annotations.NullMarked;
