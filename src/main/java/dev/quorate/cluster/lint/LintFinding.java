package dev.quorate.cluster.lint;

import dev.quorate.guard.Severity;
import dev.quorate.inventory.file.Position;

/**
 * Something that was found in a cluster file.
 *
 * @param position of the setting that is meant
 */
public record LintFinding(Severity severity, Position position, String message, String remedy) {}
