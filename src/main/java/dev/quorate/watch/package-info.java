/**
 * Watching keys: {@code watch} and {@code watch -i}, with the flags, the output and the exit statuses of etcdctl 3.5.
 *
 * <p>May use the building blocks; knows no other feature.
 */
@NullMarked
package dev.quorate.watch;

import org.jspecify.annotations.NullMarked;
