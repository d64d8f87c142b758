/**
 * Waiting: the only home of {@code Thread.sleep}. The time of day comes from {@link java.time.Clock}.
 *
 * <p>Every wait is bounded and ends when its thread is interrupted. This package knows no other.
 */
@NullMarked
package dev.quorate.time;

import org.jspecify.annotations.NullMarked;
