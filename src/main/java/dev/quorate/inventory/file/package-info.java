/**
 * The cluster file: YAML that a person writes, read with all its faults at once, each with its line and column, written with
 * comments, and changed in place so that comments stay.
 *
 * <p>{@link dev.quorate.inventory.file.ClusterFile} is the way in. SnakeYAML composes the nodes and tells where each stands;
 * a {@link dev.quorate.inventory.file.Section} is one mapping whose keys are asked for by name, so that what nobody asked for
 * is what the file may not have. Bytes that are no UTF-8 and characters that YAML forbids are read as
 * {@code U+FFFD}: they matter in comments only, as a rule, and should not hide the faults that matter.
 */
@NullMarked
package dev.quorate.inventory.file;

import org.jspecify.annotations.NullMarked;
