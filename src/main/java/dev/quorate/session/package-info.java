/**
 * Where the operator stands: which cluster, with which credentials, under which settings, and where each came from.
 *
 * <p>A {@link dev.quorate.session.Session} is immutable; {@link dev.quorate.session.Sessions} holds the current one and
 * lets a line overlay it; {@link dev.quorate.session.Connections} keeps the client that belongs to it.
 */
@NullMarked
package dev.quorate.session;

import org.jspecify.annotations.NullMarked;
