/**
 * Results and how they are written: a {@link dev.quorate.output.View} tells one result as a tree, a table and lines; each
 * format is one renderer over one of these. A view streams, so a result may be larger than memory.
 *
 * <p>Standard output carries data only. This package knows no command, no client and no terminal.
 */
@NullMarked
package dev.quorate.output;

import org.jspecify.annotations.NullMarked;
