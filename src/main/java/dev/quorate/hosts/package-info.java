/**
 * Looking at and tending many hosts at once over SSH, without any plan: {@code host facts}, {@code host exec},
 * {@code host logs}, {@code host trust}, {@code host copy-key}.
 *
 * <p>One host that cannot be reached never hides the others: each answers for itself, and those that failed are named at the
 * end, with a status other than 0. What a command typed by an operator does nobody can know, so it is asked for unless it is
 * among the few that certainly only look. May use {@code remote}, {@code plan} for doing things at once, {@code inventory} and
 * {@code provision} for the hosts of a cluster file, {@code guard}, {@code session}, {@code output} and {@code command}.
 */
@NullMarked
package dev.quorate.hosts;

import org.jspecify.annotations.NullMarked;
