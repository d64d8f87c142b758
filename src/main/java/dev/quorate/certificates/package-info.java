/**
 * {@code pki …}: certificate authorities and certificates of clusters, made, listed, checked, renewed, revoked and handed on.
 *
 * <p>Commands only parse, call and print. What is made, and how it is stored, is in {@code pki}; what the members really
 * serve is seen by shaking hands with them. The package may use {@code pki}, {@code inventory} and {@code nodeconfig}, which tell
 * by which names members are reached, and {@code guard}, {@code session}, {@code etcd}, {@code command}, {@code output} and
 * {@code failure}.
 */
@NullMarked
package dev.quorate.certificates;

import org.jspecify.annotations.NullMarked;
