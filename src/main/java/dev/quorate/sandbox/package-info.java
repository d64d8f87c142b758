/**
 * The practice cluster: real etcd processes on loopback addresses with mutual TLS, made by the same plan and steps as a
 * cluster on real hosts, with a supervisor in the place of systemd.
 *
 * <p>What was decided once (ports, token, version) is remembered in {@code sandbox.properties}; everything else is found by
 * looking. So {@code sandbox up} continues from wherever an earlier one was killed.
 */
@NullMarked
package dev.quorate.sandbox;

import org.jspecify.annotations.NullMarked;
