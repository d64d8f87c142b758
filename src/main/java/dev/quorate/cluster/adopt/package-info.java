/**
 * Makes a cluster file of a cluster that runs already.
 *
 * <p>{@link dev.quorate.cluster.adopt.MemberLook} looks at one host: the unit that starts etcd, the files it names, the
 * certificates those name; nothing is changed. {@link dev.quorate.cluster.adopt.Adoption} makes one description of what was
 * found on all of them and says what it could not fit in. Keys are never read.
 */
@NullMarked
package dev.quorate.cluster.adopt;

import org.jspecify.annotations.NullMarked;
