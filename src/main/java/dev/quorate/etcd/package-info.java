/**
 * etcd as the rest of the console sees it: values, requests that refuse contradictions before any call, and narrow
 * blocking interfaces. Every call ends by the command timeout, with an answer or an
 * {@link dev.quorate.failure.OperatorException} that says cause and next step.
 *
 * <p>The implementation is sealed in {@code etcd.jetcd}, the only package that may see io.etcd and io.grpc.
 */
@NullMarked
package dev.quorate.etcd;

import org.jspecify.annotations.NullMarked;
