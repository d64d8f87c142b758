/**
 * Members on hosts: a {@link dev.quorate.provision.Node} is one as it is to be, and {@code provision.step} has one
 * idempotent step per file that brings it there. The sandbox and clusters over SSH are made of the same steps; what differs
 * is the {@link dev.quorate.remote.Host} underneath.
 *
 * <p>This package stands on {@code plan}, {@code remote}, {@code inventory}, {@code nodeconfig}, {@code pki}, {@code etcd} and
 * {@code health}, and is blind to session, output and commands.
 */
@NullMarked
package dev.quorate.provision;

import org.jspecify.annotations.NullMarked;
