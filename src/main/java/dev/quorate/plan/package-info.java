/**
 * Changing things by plan: a {@link dev.quorate.plan.Plan} is a literal list of stages, a stage a list of
 * {@link dev.quorate.plan.Step}s, and the {@link dev.quorate.plan.PlanRunner} takes them one by one: look, change, look
 * again.
 *
 * <p>Three decisions. A step looks before it acts and answers what it found, so running a plan again continues where it
 * was left, whatever killed it, and no record of progress is needed or trusted. A preview only looks; that it cannot
 * change anything is ensured by the read-only hosts the plan is built on, not by care. Nothing rolls back by itself: a
 * plan stops at the first stage that fails and says where and how to go on, because a half-undone cluster is worse than
 * a half-made one.
 *
 * <p>This package knows only {@code failure} and {@code thread}. The runner is one of the two places in the program with threads.
 */
@NullMarked
package dev.quorate.plan;

import org.jspecify.annotations.NullMarked;
