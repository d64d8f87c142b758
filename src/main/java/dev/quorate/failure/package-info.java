/**
 * What went wrong, as an operator needs to hear it: what happened, what to do next, and the exit status of the program.
 *
 * <p>Adapters (etcd, SSH, files) translate the exceptions of their library into a {@link dev.quorate.failure.Failure};
 * everything above throws {@link dev.quorate.failure.OperatorException} and catches nothing. One reporter in the shell
 * words it. This package knows no other.
 */
@NullMarked
package dev.quorate.failure;

import org.jspecify.annotations.NullMarked;
