/**
 * What a cluster should be: the values of the cluster file, the file itself, and what follows from them.
 *
 * <p>{@link dev.quorate.inventory.ClusterSpec} is the whole; everything the usual ways of building a cluster do differently
 * is a setting with a default, so that a name and three addresses are enough. Two translations live here, since they need
 * nothing but these values: {@link dev.quorate.inventory.MemberSettings} makes the options of one member's etcd, and
 * {@link dev.quorate.inventory.ClusterCertificates} the certificates to issue and the files each member gets of them. What a
 * host has to do with it (units, users, steps) is {@code provision}'s.
 *
 * <p>The package knows {@code nodeconfig}, {@code pki}, {@code etcd} and {@code failure}; neither hosts nor commands.
 */
@NullMarked
package dev.quorate.inventory;

import org.jspecify.annotations.NullMarked;
