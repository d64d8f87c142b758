/** What tests of every package use. */
@NullMarked
package dev.quorate.testing;

import org.jspecify.annotations.NullMarked;
