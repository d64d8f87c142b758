/**
 * The advice an expert gives on a cluster file before anything is built from it.
 *
 * <p>A {@link dev.quorate.cluster.lint.Rule} looks at the whole cluster and says what it thinks of it, each time with the
 * setting it means; {@link dev.quorate.cluster.lint.ClusterLint} adds where that setting stands. Faults of the file come
 * first: no advice is given on what cannot be read. Rules do not touch hosts; names are resolved from here, unless told not
 * to.
 */
@NullMarked
package dev.quorate.cluster.lint;

import org.jspecify.annotations.NullMarked;
