/**
 * Real etcd for integration tests: servers of several versions as processes on loopback addresses, and certificates for
 * them, good and bad.
 */
@NullMarked
package dev.quorate.testing.etcd;

import org.jspecify.annotations.NullMarked;
