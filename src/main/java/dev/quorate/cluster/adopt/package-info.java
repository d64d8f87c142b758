/**
 * Makes a cluster file of a cluster that runs already.
 *
 * <p>{@link dev.quorate.cluster.adopt.MemberLook} looks at one host: the unit that starts etcd, the files it names, the
 * certificates those name; nothing is changed. {@link dev.quorate.cluster.adopt.Adoption} makes one description of what was
 * found on all of them and says what it could not fit in. Keys are never read, but for their headings.
 *
 * <p>{@link dev.quorate.cluster.adopt.MemberFiles} makes one of files that were written for hosts and lie on this machine, by
 * the same descriptions: what a host would tell beside them is taken as a new cluster has it.
 *
 * <p>From then on the cluster is compared by what its files say ({@link dev.quorate.cluster.adopt.FoundMeaning}), not by their
 * words, which are others'; and its certificates by what they are
 * ({@link dev.quorate.cluster.adopt.CompareCertificates}), as long as none was issued here.
 */
@NullMarked
package dev.quorate.cluster.adopt;

import org.jspecify.annotations.NullMarked;
