/**
 * What was done: one JSON line in a private file for each command that could change something, with secrets and values
 * left out. The package may use {@code output} for writing JSON, {@code remote} whose changes it keeps, and {@code failure}.
 */
@NullMarked
package dev.quorate.audit;

import org.jspecify.annotations.NullMarked;
