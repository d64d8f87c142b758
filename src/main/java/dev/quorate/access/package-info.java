/**
 * Who may do what: {@code auth …}, {@code user …} and {@code role …} with the flags, the output and the exit statuses of
 * etcdctl 3.5, and {@code access can}, which says by which role a user may do something, or that it may not.
 *
 * <p>At a terminal {@code auth enable} asks first: etcd cannot check root's password while authentication is off, and who
 * turns it on without knowing that password is locked out (etcd issues 8458, 9420, 11971). Passwords are asked for, or read
 * from standard input; given on the line they are kept out of history and audit.
 *
 * <p>The package may use {@code guard}, {@code session}, {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.access;

import org.jspecify.annotations.NullMarked;
