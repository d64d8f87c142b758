/**
 * How a cluster stands, gathered in one look that never takes long: its members, what each says of itself, the votes.
 *
 * <p>The look must work when things are broken: it needs neither a quorum nor a living first endpoint, asks all members at
 * once and tells what it knows when its time is up. The status command, guards and the prompt all stand on it.
 *
 * <p>The package may use {@code session}, {@code etcd} and {@code failure}, and knows no command and no output.
 */
@NullMarked
package dev.quorate.health;

import org.jspecify.annotations.NullMarked;
